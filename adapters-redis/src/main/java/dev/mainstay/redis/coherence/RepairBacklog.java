package dev.mainstay.redis.coherence;

import dev.mainstay.redis.connection.RedisWrites;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The keys that writers of this instance could not fence: deleted before this instance hits again. Bounded: if there are too many,
 * they are forgotten, and no value older than the recovery is trusted instead. This is the plain form, weaker than the guarantee:
 * other instances may serve the old value meanwhile, and the backlog dies with the process.
 */
public final class RepairBacklog {

    private static final int MOST_KEYS = 10_000;
    private static final int KEYS_AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How far the clocks of two instances may be apart. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    private final RedisWrites writes;
    private final InstantSource clock;
    private final Map<Write, Long> underWay = new HashMap<>();
    private final Map<String, String> due = new HashMap<>();
    private boolean overflown;
    private volatile Instant trustedFrom = Instant.MIN;

    public RepairBacklog(RedisWrites writes, InstantSource clock) {
        this.writes = writes;
        this.clock = clock;
    }

    /** A write whose transaction has not ended. */
    static final class Write {
        private final List<String> keys;
        private final String token;

        private Write(List<String> keys, String token) {
            this.keys = keys;
            this.token = token;
        }
    }

    /** Values loaded before this are not trusted by this instance. */
    Instant trustedFrom() {
        return trustedFrom;
    }

    /** A write is going to commit without fences; those that timed out may yet be raised, late, with this token. */
    synchronized Write begin(List<String> keys, String token) {
        var write = new Write(keys, token);
        underWay.put(write, System.nanoTime() + RedisFences.TTL.toNanos());
        return write;
    }

    /** It committed, or rolled back: from now on a deletion of its keys is final. */
    synchronized void ended(Write write) {
        if (underWay.remove(write) == null) {
            return;
        }
        // The first token stays: it is the one that was sent, before the breaker opened.
        write.keys.forEach(key -> due.putIfAbsent(key, write.token));
        if (due.size() > MOST_KEYS) {
            due.clear();
            overflown = true;
        }
    }

    /**
     * Deletes what lies at the keys, but never another writer's fence. Called in the background, before requests may use Redis again.
     *
     * @return whether nothing is left to repair
     */
    public boolean repair() {
        Map<String, String> left = takeDue();
        while (!left.isEmpty()) {
            var some = new HashMap<String, String>();
            left.entrySet().stream().limit(KEYS_AT_ONCE).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
            if (!deleted(some)) {
                putBack(left);
                return false;
            }
            left.keySet().removeAll(some.keySet());
        }
        return settle();
    }

    private boolean deleted(Map<String, String> tokens) {
        try {
            return writes.lowerInBackground(tokens).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | CancellationException away) {
            return false;
        }
    }

    private synchronized Map<String, String> takeDue() {
        // Longer than any transaction stays open: one whose end nobody learned of has ended all the same.
        var endless = new ArrayList<Write>();
        underWay.forEach((write, deadline) -> {
            if (System.nanoTime() - deadline >= 0) {
                endless.add(write);
            }
        });
        endless.forEach(this::ended);
        // Taken out now, and not when they are deleted: a key that becomes due in between is due again.
        var taken = new HashMap<>(due);
        due.clear();
        return taken;
    }

    private synchronized void putBack(Map<String, String> tokens) {
        due.putAll(tokens);
    }

    private synchronized boolean settle() {
        if (!underWay.isEmpty() || !due.isEmpty()) {
            return false;
        }
        if (overflown) {
            trustedFrom = clock.instant().plus(CLOCK_SKEW);
            overflown = false;
        }
        return true;
    }
}
