package dev.mainstay.application.coherence;

import dev.mainstay.application.coherence.Cached.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** The view cache of an instance without Redis: every read is a bypass (G1, G14). */
public final class NoViewCache implements ViewCache {

    private final InstantSource clock;

    public NoViewCache(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        Instant asOf = clock.instant();
        return new Cached<>(loader.apply(id), Outcome.BYPASS, "no_cache", asOf);
    }
}
