package dev.mainstay.application.ratelimit;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts in the memory of this instance: what limits without Redis. Its memory is bounded: counters that nobody has used for twice
 * their longest window go, and when there are too many, the one that was used the longest ago.
 */
public final class LocalRateLimiter implements RateLimiter {

    private static final int MOST_SUBJECTS = 100_000;
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final int mostSubjects;
    private final Map<CacheKey, UseCounter> counters = new LinkedHashMap<>(16, 0.75f, true);
    private Instant nextSweep = Instant.MIN;

    public LocalRateLimiter(InstantSource clock) {
        this(clock, MOST_SUBJECTS);
    }

    /** @param mostSubjects counters kept, each of some 200 bytes */
    public LocalRateLimiter(InstantSource clock, int mostSubjects) {
        this.clock = clock;
        this.mostSubjects = mostSubjects;
    }

    @Override
    public Verdict take(RatePolicy policy, RateSubject subject, UsageReader usage) {
        CacheKey key = policy.key(subject);
        // Asked outside the lock: it may be a query.
        Map<Window, Integer> seeds = isKnown(key) ? Map.of() : seeds(policy, subject, usage);
        return take(key, policy, seeds);
    }

    private synchronized Verdict take(CacheKey key, RatePolicy policy, Map<Window, Integer> seeds) {
        Instant now = clock.instant();
        sweep(now);
        var counter = counters.compute(
                key, (same, known) -> known == null || known.isForgotten(now) ? UseCounter.seeded(seeds, now) : known);
        if (counters.size() > mostSubjects) {
            counters.remove(counters.keySet().iterator().next());
        }
        return counter.take(policy, now);
    }

    /** How many subjects are counted now. */
    synchronized int size() {
        return counters.size();
    }

    private synchronized boolean isKnown(CacheKey key) {
        var counter = counters.get(key);
        return counter != null && !counter.isForgotten(clock.instant());
    }

    private void sweep(Instant now) {
        if (now.isBefore(nextSweep)) {
            return;
        }
        counters.values().removeIf(counter -> counter.isForgotten(now));
        nextSweep = now.plus(SWEEP_EVERY);
    }

    private static Map<Window, Integer> seeds(RatePolicy policy, RateSubject subject, UsageReader usage) {
        var seeds = new HashMap<Window, Integer>();
        for (Window window : policy.windows()) {
            if (window.isSeeded()) {
                seeds.put(window, usage.usedWithin(subject, window.length()));
            }
        }
        return seeds;
    }
}
