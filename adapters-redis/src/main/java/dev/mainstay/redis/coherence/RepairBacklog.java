package dev.mainstay.redis.coherence;

import dev.mainstay.redis.connection.RedisWrites;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> due = new HashSet<>();
    private boolean overflown;
    private volatile Instant trustedFrom = Instant.MIN;

    public RepairBacklog(RedisWrites writes, InstantSource clock) {
        this.writes = writes;
        this.clock = clock;
    }

    /** A write whose transaction has not ended. */
    static final class Write {
        private final List<String> keys;

        private Write(List<String> keys) {
            this.keys = keys;
        }
    }

    /** Values loaded before this are not trusted by this instance. */
    Instant trustedFrom() {
        return trustedFrom;
    }

    /** A write is going to commit without fences. */
    synchronized Write begin(List<String> keys) {
        var write = new Write(keys);
        underWay.put(write, System.nanoTime() + RedisFences.TTL.toNanos());
        return write;
    }

    /** It committed, or rolled back: from now on a deletion of its keys is final. */
    synchronized void ended(Write write) {
        if (underWay.remove(write) == null) {
            return;
        }
        due.addAll(write.keys);
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
        List<String> keys = takeDue();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            if (!deleted(keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE)))) {
                putBack(keys.subList(from, keys.size()));
                return false;
            }
        }
        return settle();
    }

    private boolean deleted(List<String> keys) {
        try {
            return writes.lowerInBackground(keys, Tokens.next()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException away) {
            return false;
        }
    }

    private synchronized List<String> takeDue() {
        // Longer than any transaction stays open: one whose end nobody learned of has ended all the same.
        var endless = new ArrayList<Write>();
        underWay.forEach((write, deadline) -> {
            if (System.nanoTime() - deadline >= 0) {
                endless.add(write);
            }
        });
        endless.forEach(this::ended);
        // Taken out now, and not when they are deleted: a key that becomes due in between is due again.
        var taken = List.copyOf(due);
        due.clear();
        return taken;
    }

    private synchronized void putBack(Collection<String> keys) {
        due.addAll(keys);
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
