package dev.mainstay.application.coherence;

import dev.mainstay.application.coherence.CoherenceLedger.Incarnation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How an instance and its cache stand.
 *
 * @param breakerClosed whether requests may ask the cache
 * @param withheld why this instance may serve no hits, in one word; empty while it may
 * @param distrustSince when the oldest distrust that stands was declared, as this instance last heard
 * @param inForce the life of the cache that counts, as this instance last heard; empty if it never did
 * @param pendingKeys how many keys this instance has left unfenced and not repaired
 * @param dropped for views that an operator has dropped, how often
 */
public record CacheState(
        Reach reach,
        boolean breakerClosed,
        Optional<String> withheld,
        Optional<Instant> distrustSince,
        Optional<Incarnation> inForce,
        int pendingKeys,
        Map<String, Integer> dropped) {

    /** Where there is none. */
    public static final CacheState ABSENT = new CacheState(
            Reach.ABSENT, false, Optional.of("no_cache"), Optional.empty(), Optional.empty(), 0, Map.of());

    public CacheState {
        dropped = Map.copyOf(dropped);
    }

    /** Whether the cache answers. */
    public enum Reach {
        /** Configured, and answers. */
        UP,
        /** Configured, and does not answer, or its breaker is still open. */
        DEGRADED,
        /** Not configured. */
        ABSENT
    }
}
