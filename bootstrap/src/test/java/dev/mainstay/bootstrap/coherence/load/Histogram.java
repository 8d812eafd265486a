package dev.mainstay.bootstrap.coherence.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long things took, in buckets that are an eighth of their size wide. */
public final class Histogram {

    private static final int STEPS = 8;
    private static final int STEP_BITS = 3;

    private final AtomicLongArray buckets = new AtomicLongArray(64 * STEPS);
    private final AtomicLong longest = new AtomicLong();

    public void add(long nanos) {
        buckets.incrementAndGet(bucket(Math.max(nanos / 1_000, 1)));
        if (nanos > longest.get()) {
            longest.accumulateAndGet(nanos, Math::max);
        }
    }

    private static int bucket(long micros) {
        int magnitude = 63 - Long.numberOfLeadingZeros(micros);
        int step = magnitude < STEP_BITS ? 0 : (int) (micros >> (magnitude - STEP_BITS)) & (STEPS - 1);
        return magnitude * STEPS + step;
    }

    private static long upperBound(int bucket) {
        int magnitude = bucket / STEPS;
        long width = magnitude < STEP_BITS ? 1L << magnitude : 1L << (magnitude - STEP_BITS);
        return (1L << magnitude) + (magnitude < STEP_BITS ? 1 : bucket % STEPS + 1) * width;
    }

    public long count() {
        long count = 0;
        for (int bucket = 0; bucket < buckets.length(); bucket++) {
            count += buckets.get(bucket);
        }
        return count;
    }

    /** Not less than what that share of all took; zero if nothing was counted. */
    public Duration at(double share) {
        long left = (long) Math.ceil(count() * share);
        for (int bucket = 0; bucket < buckets.length(); bucket++) {
            left -= buckets.get(bucket);
            if (left <= 0 && buckets.get(bucket) > 0) {
                return Duration.ofNanos(Math.min(upperBound(bucket) * 1_000, longest.get()));
            }
        }
        return Duration.ZERO;
    }

    public Duration longest() {
        return Duration.ofNanos(longest.get());
    }
}
