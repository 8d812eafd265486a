package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.ledger.Balance;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.identity.UserId;
import java.util.Map;
import java.util.function.Supplier;

/** Records a transaction, looks at what that would change, and takes it back: a dry run refuses all that the real one would. */
public final class RehearseTransaction {

    private final Writes writes;
    private final LedgerReader reader;

    public RehearseTransaction(Writes writes, LedgerReader reader) {
        this.writes = writes;
        this.reader = reader;
    }

    /**
     * What would be.
     *
     * @param balances of the accounts that it posts to
     */
    public record Outcome(RecordedTransaction transaction, Map<LedgerAccountId, Balance> balances) {}

    /**
     * Stores nothing.
     *
     * @param recording the use case that would store it
     */
    public Outcome of(UserId owner, Supplier<Transaction> recording) {
        return writes.rehearse(events -> {
            var transaction = recording.get();
            return new Outcome(
                    reader.transaction(transaction.id(), owner),
                    reader.balances(owner, transaction.content().postings().accounts()));
        });
    }
}
