package dev.mainstay.redis.connection;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.Optional;

/**
 * How Redis is reached and how long anybody waits for it.
 *
 * @param uri {@code redis://[[user]:password@]host[:port][/database]} or {@code rediss://…} for TLS
 * @param stepBudget the longest wait for one step of a view, a fence or a signal
 * @param requestBudget the longest wait for Redis in one request, all its steps together; half of it is kept for fences
 * @param connectTimeout the longest wait for a connection, in the background and once at the start
 * @param probeEvery how often a Redis that is away is tried again, in the background
 * @param verifiedShare the share of hits that are recomputed and compared, 0 to 1
 * @param eventLoops those that serve HTTP, to read Redis as well, so that an answer needs no other thread; of its own if empty
 */
public record RedisSettings(
        String uri,
        Duration stepBudget,
        Duration requestBudget,
        Duration connectTimeout,
        Duration probeEvery,
        double verifiedShare,
        Optional<EventLoopGroup> eventLoops) {

    public RedisSettings(
            String uri,
            Duration stepBudget,
            Duration requestBudget,
            Duration connectTimeout,
            Duration probeEvery,
            double verifiedShare) {
        this(uri, stepBudget, requestBudget, connectTimeout, probeEvery, verifiedShare, Optional.empty());
    }

    /** Budgets that keep a request's whole wait below 100 ms, with what a busy machine adds to each of two steps. */
    public static RedisSettings of(String uri) {
        return new RedisSettings(
                uri, Duration.ofMillis(40), Duration.ofMillis(80), Duration.ofSeconds(1), Duration.ofMillis(250), 0);
    }

    public RedisSettings verifying(double share) {
        return new RedisSettings(uri, stepBudget, requestBudget, connectTimeout, probeEvery, share, eventLoops);
    }

    public RedisSettings on(EventLoopGroup loops) {
        return new RedisSettings(
                uri, stepBudget, requestBudget, connectTimeout, probeEvery, verifiedShare, Optional.of(loops));
    }

    /** Without the URI, which may carry a password. */
    @Override
    public String toString() {
        return "RedisSettings[stepBudget=" + stepBudget + ", requestBudget=" + requestBudget + "]";
    }
}
