package dev.mainstay.application.coherence;

import dev.mainstay.application.time.TestClock;

class NoFencesTest extends FencesContract {

    private final ViewCache cache = new NoViewCache(TestClock.at("2026-03-01T12:00:00Z"));
    private final Fences fences = new NoFences();

    @Override
    protected ViewCache cache() {
        return cache;
    }

    @Override
    protected Fences fences() {
        return fences;
    }

    @Override
    protected boolean caches() {
        return false;
    }
}
