package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** All transactions of the books. Everything that writes or locks needs the active transaction. */
public interface LedgerTransactions {

    /**
     * The owner's transaction.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none, or it is another's
     */
    Transaction get(TransactionId id, UserId owner);

    /** As {@link #get}; nobody else changes the transaction until this one ends. */
    Transaction lock(TransactionId id, UserId owner);

    /** The transaction that took that one back; empty if none did. */
    Optional<TransactionId> reversalOf(TransactionId id);

    /**
     * Adds new ones in one go, and what they change in balances. Their accounts are locked.
     *
     * @throws dev.mainstay.domain.refusal.Conflict if one takes back what was taken back before
     * @throws dev.mainstay.domain.refusal.Invalid if a balance would pass what can be counted in 64 bits
     */
    void addAll(List<Transaction> created);

    /**
     * Stores a pending one that changed, was posted or was voided, and what that changes in balances. Its accounts are locked, those
     * before the change and those after it.
     *
     * @throws dev.mainstay.domain.refusal.Stale if the stored version is not the one before it
     * @throws dev.mainstay.domain.refusal.Invalid if a balance would pass what can be counted in 64 bits
     */
    void replace(Transaction changed);
}
