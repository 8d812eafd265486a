package dev.mainstay.application.coherence;

import java.time.Instant;
import java.util.function.Function;

/**
 * A value and how it was come by (G11).
 *
 * @param asOf when the facts were read
 * @param detail why, in one word for {@code Cache-Status} and metrics: {@code stored}, {@code fenced}, {@code redis_timeout}
 */
public record Cached<V>(V value, Outcome outcome, String detail, Instant asOf) {

    /** The closed list of outcomes. */
    public enum Outcome {
        /** The value lay in the cache. */
        HIT,
        /** It did not; it was loaded and this reader held the fill lease. */
        MISS,
        /** The cache was not asked, or could not be used; it was loaded and not stored. */
        BYPASS,
        /** The database is away, and what lay in the cache was shown though nobody can say whether it is still true (G9). */
        STALE
    }

    public <R> Cached<R> map(Function<? super V, ? extends R> mapper) {
        return new Cached<>(mapper.apply(value), outcome, detail, asOf);
    }
}
