package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CacheState;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewFigures;
import io.micrometer.core.instrument.MeterRegistry;

/** Where no Redis is configured: reads are counted, and there is nothing to drop. */
public final class AbsentCacheOperations implements CacheOperations {

    private final CountedReads counted;

    public AbsentCacheOperations(MeterRegistry meters) {
        this.counted = new CountedReads(meters);
    }

    @Override
    public boolean isAbsent() {
        return true;
    }

    @Override
    public CacheState state() {
        return CacheState.ABSENT;
    }

    @Override
    public ViewFigures figures(CachedView<?, ?> view) {
        return counted.of(view);
    }

    @Override
    public void dropView(CachedView<?, ?> view) {
        // Nothing is stored.
    }

    @Override
    public void dropEverything() {
        // Nothing is stored.
    }
}
