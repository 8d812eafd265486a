package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.redis.connection.Occasionally;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisUnavailable;
import dev.mainstay.redis.connection.RedisWrites;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fences in the life of Redis that is in force (coherence.md, "Writing"); a writer that cannot raise them is {@link CutOff}. */
final class RedisFences implements Fences {

    private static final Logger log = LoggerFactory.getLogger(RedisFences.class);

    private final TrustLease lease;
    private final Incarnations incarnations;
    private final StandingFences standing;
    private final CutOff cutOff;
    private final CoherenceTimes times;
    private final RedisConnection connection;
    private final RedisWrites writes;
    private final MeterRegistry meters;
    private final Occasionally complaint = new Occasionally();

    RedisFences(
            TrustLease lease,
            Incarnations incarnations,
            StandingFences standing,
            CutOff cutOff,
            CoherenceTimes times,
            RedisConnection connection,
            RedisWrites writes,
            MeterRegistry meters) {
        this.lease = lease;
        this.incarnations = incarnations;
        this.standing = standing;
        this.cutOff = cutOff;
        this.times = times;
        this.connection = connection;
        this.writes = writes;
        this.meters = meters;
    }

    @Override
    public void awaitReadiness() {
        cutOff.awaitEffect();
        lease.current().ifPresent(incarnations::awaitFenceable);
    }

    @Override
    public Fence raise(Set<CacheKey> keys) {
        if (keys.isEmpty()) {
            return () -> {};
        }
        List<String> names = keys.stream().map(CacheKey::toString).toList();
        String token = Tokens.next();
        try {
            return fence(names, token);
        } catch (RedisUnavailable unavailable) {
            lost("raise", unavailable.reason().detail());
        } catch (Untrusted untrusted) {
            lost("raise", untrusted.reason().detail());
        }
        cutOff.prepare(token, keys);
        return () -> standing.lowerLater(names, token);
    }

    /**
     * Raised, and PostgreSQL has said less than one trust lease ago that this life of Redis is the one that counts. An open breaker is worth
     * a try, for the alternative stops the hits of all instances; once it has come to that, it is not.
     */
    private Fence fence(List<String> names, String token) {
        if (cutOff.isDeclared()) {
            connection.requireClosed();
        }
        incarnations.awaitFenceable(lease.forFences());
        String runId = lease.forFences().runId();
        writes.raise(runId, names, token, times.fence());
        if (!lease.forFences().runId().equals(runId)) {
            throw new Untrusted(Untrusted.Reason.NO_INCARNATION);
        }
        var raised = standing.raised(names, token);
        return () -> {
            standing.ended(raised);
            lower(names, token);
        };
    }

    private void lower(List<String> names, String token) {
        try {
            writes.lower(names, token);
        } catch (RedisUnavailable unavailable) {
            lost("lower", unavailable.reason().detail());
            standing.lowerLater(names, token);
        }
    }

    private void lost(String step, String reason) {
        Counter.builder("mainstay.fences.lost")
                .description("writes whose fences could not be raised, or not be lowered at once")
                .tag("step", step)
                .tag("reason", reason)
                .register(meters)
                .increment();
        if (complaint.now()) {
            log.warn("fence_lost step={} reason={}", step, reason);
        }
    }
}
