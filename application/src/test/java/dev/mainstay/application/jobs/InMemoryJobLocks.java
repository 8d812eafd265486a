package dev.mainstay.application.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Locks and starts of jobs inside one process. */
public final class InMemoryJobLocks implements JobLocks {

    private final InstantSource clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, Instant> started = new ConcurrentHashMap<>();

    public InMemoryJobLocks(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Duration ifDue(String job, Duration every, Runnable work) {
        if (!running.add(job)) {
            return every;
        }
        try {
            Instant now = clock.instant();
            Instant due = started.getOrDefault(job, Instant.MIN).plus(every);
            if (due.isAfter(now)) {
                return Duration.between(now, due);
            }
            started.put(job, now);
            work.run();
            return every;
        } finally {
            running.remove(job);
        }
    }
}
