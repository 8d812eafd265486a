package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Balance;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What the books say; facts, each answer of one moment. */
public interface LedgerReader {

    /** The name of the order of registers and lists of transactions: latest first, equal ones by id, the newer first. */
    String LATEST_FIRST = "latest";

    /** The balances of those of the accounts that are the owner's. */
    Map<LedgerAccountId, Balance> balances(UserId owner, Collection<LedgerAccountId> accounts);

    /** What the account's transactions that are posted sum to, of all that happened up to that instant, included. */
    Money balanceAt(LedgerAccount account, Instant at);

    /** A page of the account's postings that are not void, in the order {@link #LATEST_FIRST}. */
    Page<RegisterLine> register(LedgerAccount account, PageRequest page);

    /**
     * The owner's transaction.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none, or it is another's
     */
    RecordedTransaction transaction(TransactionId id, UserId owner);

    /** A page of the owner's transactions that pass the filter, in the order {@link #LATEST_FIRST}. */
    Page<RecordedTransaction> transactions(UserId owner, TransactionFilter filter, PageRequest page);
}
