package dev.mainstay.application.coherence;

import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;

class InMemoryFencesTest extends FencesContract {

    private final InMemoryViewCache cache =
            new InMemoryViewCache(new InMemoryTransactions(), TestClock.at("2026-03-01T12:00:00Z"));

    @Override
    protected ViewCache cache() {
        return cache;
    }

    @Override
    protected Fences fences() {
        return cache;
    }
}
