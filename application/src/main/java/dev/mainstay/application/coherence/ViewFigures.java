package dev.mainstay.application.coherence;

import java.util.Map;

/**
 * What one instance has counted of one view since it started.
 *
 * @param stale values shown though they may be stale, while the database was away
 * @param bypasses by reason, as in {@link Cached#detail}
 * @param fillsRefused loads whose value was not stored, for a writer came between or the reader was too slow
 * @param matches hits that were recomputed and equalled the facts
 * @param mismatches hits that were recomputed and did not: each is a defect
 */
public record ViewFigures(
        long hits,
        long misses,
        long stale,
        Map<String, Long> bypasses,
        long fillsRefused,
        long matches,
        long mismatches) {
    public ViewFigures {
        bypasses = Map.copyOf(bypasses);
    }
}
