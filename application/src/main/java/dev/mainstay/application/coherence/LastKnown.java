package dev.mainstay.application.coherence;

import java.time.Instant;
import java.util.Optional;

/**
 * What was cached when the store of facts was last heard of: for what may go on, labelled, while that is away (G9). Nothing it says is
 * promised to be true still.
 */
public interface LastKnown {

    /** Where nothing is cached, nothing is known. */
    LastKnown NOTHING = new LastKnown() {
        @Override
        public <I, V> Optional<Known<V>> of(CachedView<I, V> view, I id) {
            return Optional.empty();
        }
    };

    /**
     * The unexpired value of the life of the cache that was last in force; empty if there is none, a write was under way or had not
     * reached the cache, or the cache is away. Never throws.
     */
    <I, V> Optional<Known<V>> of(CachedView<I, V> view, I id);

    /**
     * A value that was true once.
     *
     * @param asOf when the facts were read
     */
    record Known<V>(V value, Instant asOf) {}
}
