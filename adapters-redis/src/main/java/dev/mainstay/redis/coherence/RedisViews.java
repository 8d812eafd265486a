package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.redis.coherence.ViewCodec.Lying;
import dev.mainstay.redis.connection.Occasionally;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisUnavailable;
import dev.mainstay.redis.connection.RedisWrites;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The single steps at a view's key; each is one command or one script, within its budget. */
public final class RedisViews {

    private static final Logger log = LoggerFactory.getLogger(RedisViews.class);

    /** How often a reader looks for the value of another's lease: some 50 ms in all. */
    static final int LOOKS = 4;

    private static final int SHORTEST_PAUSE_MILLIS = 6;
    private static final int LONGEST_PAUSE_MILLIS = 16;

    private final RedisConnection connection;
    private final RedisWrites writes;
    private final RepairBacklog backlog;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final ViewCodec codec = new ViewCodec();
    private final Occasionally complaint = new Occasionally();

    public RedisViews(
            RedisConnection connection,
            RedisWrites writes,
            RepairBacklog backlog,
            InstantSource clock,
            MeterRegistry meters) {
        this.connection = connection;
        this.writes = writes;
        this.backlog = backlog;
        this.clock = clock;
        this.meters = meters;
    }

    /** What lies at the key; a value that time or an outage made untrue is unusable. */
    <V> Lying<V> find(CachedView<?, V> view, String key) {
        // Wrapped, for a command may answer null and a function here may not.
        Optional<byte[]> bytes =
                connection.ask("get", commands -> commands.get(key).thenApply(Optional::ofNullable));
        connection.requireUsable();
        if (bytes.isEmpty()) {
            return new Lying.Absent<>();
        }
        Lying<V> lying = codec.decode(view, bytes.get());
        if (lying instanceof Lying.Value<V>(V value, Instant asOf)
                && (asOf.isBefore(backlog.trustedFrom())
                        || !view.ttl(value, clock.instant()).isPositive())) {
            return ViewCodec.unusable(bytes.get());
        }
        return lying;
    }

    /** Takes the fill lease; empty if somebody else has it, or has come with a value or a fence. */
    Optional<String> lease(String key, Duration ttl, Optional<String> unusable) {
        String token = Tokens.next();
        try {
            boolean taken = unusable.isPresent()
                    ? writes.leaseOver(key, token, ttl, unusable.get())
                    : writes.lease(key, token, ttl);
            return taken ? Optional.of(token) : Optional.empty();
        } catch (RedisUnavailable unanswered) {
            // It may have been taken all the same, and would keep others from filling until it expires.
            release(key, token);
            throw unanswered;
        }
    }

    /** Stores the value unless the lease is lost: then a writer came, or this reader was too slow. */
    <V> boolean store(CachedView<?, V> view, String key, String lease, V value, Instant asOf, Duration ttl) {
        byte[] bytes;
        try {
            bytes = codec.encode(view, value, asOf);
        } catch (IllegalArgumentException unencodable) {
            if (complaint.now()) {
                log.error("view_not_cacheable view={} advice=\"make it a plain record\"", view, unencodable);
            }
            release(key, lease);
            return false;
        }
        boolean stored = writes.fill(key, lease, bytes, jittered(ttl));
        if (!stored) {
            meters.counter("mainstay.view.fills.refused", "view", view.name()).increment();
        }
        return stored;
    }

    void release(String key, String lease) {
        writes.release(key, lease).exceptionally(failure -> {
            if (complaint.now()) {
                log.debug("lease_not_released key={}", key, failure);
            }
            return 0L;
        });
    }

    /** @throws RedisUnavailable if this request has waited for Redis long enough */
    void pauseBetweenLooks() {
        connection.pause(
                Duration.ofMillis(ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)));
    }

    /** Up to a tenth less, so that not all expire at once. */
    private static Duration jittered(Duration ttl) {
        long millis = ttl.toMillis();
        return Duration.ofMillis(
                Math.max(1, millis - ThreadLocalRandom.current().nextLong(millis / 10 + 1)));
    }
}
