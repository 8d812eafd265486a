package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.redis.coherence.TrustLease.Term;
import dev.mainstay.redis.coherence.ViewCodec.Lying;
import dev.mainstay.redis.connection.Occasionally;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisUnavailable;
import dev.mainstay.redis.connection.RedisWrites;
import dev.mainstay.redis.connection.RedisWrites.Leased;
import dev.mainstay.redis.connection.RedisWrites.Raised;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The single steps at a view's key, in the life of Redis that the term names; each is one round trip within its budget. */
final class RedisViews {

    private static final Logger log = LoggerFactory.getLogger(RedisViews.class);

    /** How often a reader looks for the value of another's lease: some 50 ms in all. */
    static final int LOOKS = 4;

    static final String FILLS_REFUSED = "mainstay.view.fills.refused";

    private static final int SHORTEST_PAUSE_MILLIS = 6;
    private static final int LONGEST_PAUSE_MILLIS = 16;

    private final CoherenceTimes times;
    private final RedisConnection connection;
    private final RedisWrites writes;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final ViewCodec codec;
    private final Occasionally complaint = new Occasionally();

    RedisViews(
            CoherenceTimes times,
            RedisConnection connection,
            RedisWrites writes,
            InstantSource clock,
            MeterRegistry meters,
            Renderings renderings) {
        this.codec = new ViewCodec(renderings);
        this.times = times;
        this.connection = connection;
        this.writes = writes;
        this.clock = clock;
        this.meters = meters;
    }

    /** What lies at the key; a value that time made untrue, or of another life, is unusable. Whether to believe it is the caller's question. */
    <V> Lying<V> find(Term term, CachedView<?, V> view, String key) {
        // Wrapped, for a command may answer null and a function here may not.
        Optional<byte[]> bytes = connection.askOf(
                term.runId(), "get", commands -> commands.get(key).thenApply(Optional::ofNullable));
        if (bytes.isEmpty()) {
            return new Lying.Absent<>();
        }
        Lying<V> lying = codec.decode(view, term.stamp(view), bytes.get());
        return lying instanceof Lying.Value<V>(V value, Instant asOf)
                        && !view.ttl(value, clock.instant()).isPositive()
                ? ViewCodec.unusable(bytes.get())
                : lying;
    }

    /** As {@link #find}, for who wants nothing but a hit, and keeps no thread waiting for it; never fails. */
    <V> CompletableFuture<Optional<Glimpse<V>>> glance(Term term, CachedView<?, V> view, String key) {
        return connection
                .getSoon(term.runId(), key)
                .handle((bytes, failure) -> failure == null
                        ? bytes.flatMap(lying -> codec.glimpse(view, term.stamp(view), lying, clock.instant()))
                        : Optional.empty());
    }

    /**
     * Takes the fill lease; empty if somebody else has it, or has come with a value or a fence.
     *
     * @throws Untrusted if Redis has forgotten the incarnation in force: then nothing may be stored
     */
    Optional<String> lease(Term term, String key, Optional<String> unusable) {
        String token = Tokens.next();
        Leased leased;
        try {
            leased = unusable.isPresent()
                    ? writes.leaseOver(term.marker(), key, token, times.fillLease(), unusable.get())
                    : writes.lease(term.marker(), key, token, times.fillLease());
        } catch (RedisUnavailable unanswered) {
            // It may have been taken all the same, and would keep others from filling until it expires.
            release(term, key, token);
            throw unanswered;
        }
        return switch (leased) {
            case TAKEN -> Optional.of(token);
            case REFUSED -> Optional.empty();
            case UNMARKED -> {
                release(term, key, token);
                throw new Untrusted(Untrusted.Reason.NO_INCARNATION);
            }
        };
    }

    /** Stores the value unless the lease is lost: then a writer came, or this reader was too slow. */
    <V> boolean store(Term term, CachedView<?, V> view, String key, String lease, V value, Instant asOf, Duration ttl) {
        byte[] bytes;
        try {
            bytes = codec.encode(view, term.stamp(view), value, asOf);
        } catch (IllegalArgumentException unencodable) {
            if (complaint.now()) {
                log.error("view_not_cacheable view={} advice=\"make it a plain record\"", view, unencodable);
            }
            release(term, key, lease);
            return false;
        }
        boolean stored = writes.fill(term.runId(), key, lease, bytes, jittered(ttl));
        if (!stored) {
            meters.counter(FILLS_REFUSED, "view", view.name()).increment();
        }
        return stored;
    }

    void release(Term term, String key, String lease) {
        writes.release(term.runId(), key, lease).exceptionally(failure -> {
            if (complaint.now()) {
                log.debug("lease_not_released key={}", key, failure);
            }
            return 0L;
        });
    }

    /** Deletes what lies at the key, but no fence; without waiting. */
    void drop(Term term, String key) {
        writes.lowerEach(term.runId(), List.of(new Raised(key, Tokens.next()))).exceptionally(failure -> {
            log.warn("not_dropped key={} error=\"{}\"", key, String.valueOf(failure.getMessage()));
            return false;
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
