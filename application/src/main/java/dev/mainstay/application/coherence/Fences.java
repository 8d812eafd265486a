package dev.mainstay.application.coherence;

import java.util.Set;

/** Keeps readers off the views that a transaction is about to change (coherence.md, "Writing"). */
public interface Fences {

    /**
     * To be called before the transaction begins: what {@link #raise} would merely wait for is waited for here, where no connection and no
     * lock is held meanwhile. Never throws.
     */
    default void awaitReadiness() {}

    /**
     * Fences the keys in one round trip, as the last step before COMMIT: from its return until {@link Fence#lower}, no
     * reader hits or fills them. It never throws for a cache that is away or slow; what it could not fence it sees to in its
     * own way, inside the transaction it is called in.
     *
     * @param keys may be empty, then nothing is sent
     */
    Fence raise(Set<CacheKey> keys);

    /** What stands between COMMIT and stale reads. */
    @FunctionalInterface
    interface Fence {
        /** Opens the keys again, empty, after commit or rollback. Never throws; calling it twice does no harm. */
        void lower();
    }
}
