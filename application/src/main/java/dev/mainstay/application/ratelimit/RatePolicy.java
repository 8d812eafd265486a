package dev.mainstay.application.ratelimit;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.KeyModule;
import java.time.Duration;
import java.util.List;

/**
 * How much of an action one subject may use: every window must have room (R1).
 *
 * @param action the second segment of its key: lowercase words joined by {@code -}
 * @param windows shortest first
 */
public record RatePolicy(String action, List<Window> windows) {

    public RatePolicy {
        windows = List.copyOf(windows);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("a policy without a window limits nothing: " + action);
        }
    }

    public static RatePolicy of(String action, Window... windows) {
        return new RatePolicy(action, List.of(windows));
    }

    /** {@code rate:action:scope:id}: where the uses of one subject are counted (R1). */
    public CacheKey key(RateSubject subject) {
        return new CacheKey(KeyModule.RATE, action, subject.scope(), subject.id());
    }

    /** A fixed window that starts with its first use: at most {@code limit} uses in {@code length}. */
    public record Window(int limit, Duration length) {
        /** Long enough that a lost counter is worth asking PostgreSQL for (R1). */
        public boolean isSeeded() {
            return length.compareTo(Duration.ofHours(1)) >= 0;
        }

        public static Window perMinute(int limit) {
            return new Window(limit, Duration.ofMinutes(1));
        }

        public static Window perHour(int limit) {
            return new Window(limit, Duration.ofHours(1));
        }

        public static Window perDay(int limit) {
            return new Window(limit, Duration.ofDays(1));
        }
    }
}
