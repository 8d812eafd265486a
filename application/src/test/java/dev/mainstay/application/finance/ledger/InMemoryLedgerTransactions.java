package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Transactions of the books without a database; balances are summed anew whenever somebody asks. */
public final class InMemoryLedgerTransactions implements LedgerTransactions {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<TransactionId, Transaction> rows;

    public InMemoryLedgerTransactions(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public Transaction get(TransactionId id, UserId owner) {
        return rows.find(id)
                .filter(transaction -> transaction.owner().equals(owner))
                .orElseThrow(() -> new NotFound("transaction_not_found", "There is no such transaction."));
    }

    @Override
    public Transaction lock(TransactionId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public Optional<TransactionId> reversalOf(TransactionId id) {
        return rows.stream()
                .filter(transaction -> id.equals(transaction.reverses()))
                .map(Transaction::id)
                .findAny();
    }

    @Override
    public void addAll(List<Transaction> created) {
        transactions.requireActive();
        for (Transaction transaction : created) {
            var reverses = transaction.reverses();
            if (reverses != null && reversalOf(reverses).isPresent()) {
                throw Transaction.alreadyReversed();
            }
            rows.put(transaction.id(), transaction);
        }
        created.forEach(this::requireCountable);
    }

    @Override
    public void replace(Transaction changed) {
        transactions.requireActive();
        var stored = rows.find(changed.id());
        if (!stored.map(present -> present.version().next()).equals(Optional.of(changed.version()))) {
            throw Transaction.stale();
        }
        if (stored.get().status() != TransactionStatus.PENDING) {
            throw new IllegalStateException("a transaction that is posted or void never changes");
        }
        rows.put(changed.id(), changed);
        requireCountable(changed);
    }

    private void requireCountable(Transaction transaction) {
        for (LedgerAccountId account : transaction.content().postings().accounts()) {
            for (TransactionStatus status : List.of(TransactionStatus.POSTED, TransactionStatus.PENDING)) {
                if (sum(account, status).bitLength() > 63) {
                    throw new Invalid("postings", "out_of_range", "would make a balance greater than can be counted");
                }
            }
        }
    }

    BigInteger sum(LedgerAccountId account, TransactionStatus status) {
        return stream()
                .filter(transaction -> transaction.status() == status)
                .flatMap(transaction -> transaction.content().postings().lines().stream())
                .filter(line -> line.target().equals(PostingTarget.to(account)))
                .map(line -> BigInteger.valueOf(line.amount().minorUnits()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    boolean isUsed(CategoryId category) {
        return stream()
                .anyMatch(transaction ->
                        transaction.content().postings().categories().contains(category));
    }

    Stream<Transaction> stream() {
        return rows.stream();
    }
}
