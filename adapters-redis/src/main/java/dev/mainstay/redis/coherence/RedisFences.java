package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.Unfenced;
import dev.mainstay.redis.connection.Occasionally;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisUnavailable;
import dev.mainstay.redis.connection.RedisWrites;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fences in Redis (coherence.md, "Writing"). A writer that cannot fence takes this instance's readers off Redis before it commits, and
 * they return when its keys have been repaired; readers of other instances are what {@link Unfenced} is for.
 */
public final class RedisFences implements Fences {

    private static final Logger log = LoggerFactory.getLogger(RedisFences.class);

    /** Longer than a transaction may stay open. */
    static final Duration TTL = Duration.ofSeconds(30);

    private final RedisConnection connection;
    private final RedisWrites writes;
    private final RepairBacklog backlog;
    private final Unfenced unfenced;
    private final Counter lost;
    private final Occasionally complaint = new Occasionally();

    public RedisFences(
            RedisConnection connection,
            RedisWrites writes,
            RepairBacklog backlog,
            Unfenced unfenced,
            MeterRegistry meters) {
        this.connection = connection;
        this.writes = writes;
        this.backlog = backlog;
        this.unfenced = unfenced;
        this.lost = Counter.builder("mainstay.fences.lost")
                .description("writes that could not fence or lower in Redis, and whose keys wait for repair")
                .register(meters);
    }

    @Override
    public Fence raise(Set<CacheKey> keys) {
        if (keys.isEmpty()) {
            return () -> {};
        }
        List<String> names = keys.stream().map(CacheKey::toString).toList();
        String token = Tokens.next();
        try {
            writes.raise(names, token, TTL);
            return () -> lower(names, token);
        } catch (RedisUnavailable unavailable) {
            return commitWithout(keys, backlog.begin(names, token), unavailable);
        }
    }

    private Fence commitWithout(Set<CacheKey> keys, RepairBacklog.Write write, RedisUnavailable why) {
        giveUp("fence_not_raised", why);
        Fence after = unfenced.commitWithout(keys);
        return () -> {
            backlog.ended(write);
            after.lower();
        };
    }

    private void lower(List<String> names, String token) {
        writes.lower(names, token).exceptionally(failure -> {
            backlog.ended(backlog.begin(names, token));
            giveUp("fence_not_lowered", failure);
            return false;
        });
    }

    /** Nobody here reads from Redis until the backlog is repaired. The order matters: first the backlog, then the breaker. */
    private void giveUp(String what, Throwable why) {
        lost.increment();
        connection.distrust(what);
        if (complaint.now()) {
            log.warn("{} reason={}", what, String.valueOf(why.getMessage()));
        }
    }
}
