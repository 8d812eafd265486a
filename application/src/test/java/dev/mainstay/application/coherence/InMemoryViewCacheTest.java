package dev.mainstay.application.coherence;

import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import java.time.Duration;

class InMemoryViewCacheTest extends ViewCacheContract {

    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final ViewCache cache = new InMemoryViewCache(transactions, clock);

    @Override
    protected ViewCache cache() {
        return cache;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected void elapse(Duration duration) {
        clock.advance(duration);
    }
}
