package dev.mainstay.application.coherence;

import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import java.time.Duration;

/** A ledger in memory. */
final class InMemoryLedgerFixture implements CoherenceLedgerContract.Fixture {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final InMemoryCoherenceLedger ledger = new InMemoryCoherenceLedger(transactions, clock);

    @Override
    public InMemoryCoherenceLedger ledger() {
        return ledger;
    }

    @Override
    public InMemoryTransactions transactions() {
        return transactions;
    }

    @Override
    public CoherenceLedger away() {
        var away = new InMemoryCoherenceLedger(transactions, clock);
        away.away(true);
        return away;
    }

    @Override
    public void letPass(Duration time) {
        clock.advance(time);
    }
}
