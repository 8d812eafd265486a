package dev.mainstay.redis;

import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.application.coherence.NoViewCache;
import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.jobs.LocalWakeUps;
import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LocalLiveChannels;
import dev.mainstay.application.ratelimit.LocalRateLimiter;
import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.redis.coherence.AbsentCacheOperations;
import dev.mainstay.redis.coherence.Coherence;
import dev.mainstay.redis.coherence.MeteredViewCache;
import dev.mainstay.redis.coherence.Unfenced;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisSettings;
import dev.mainstay.redis.connection.RedisSubscriptions;
import dev.mainstay.redis.connection.RedisWrites;
import dev.mainstay.redis.jobs.RedisWakeUps;
import dev.mainstay.redis.live.RedisLiveChannels;
import dev.mainstay.redis.ratelimit.MeteredRateLimiter;
import dev.mainstay.redis.ratelimit.RedisRateLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * Everything Mainstay uses Redis for, wired once: {@link #open} where there is a Redis, {@link #absent} where there is none. Both
 * give the same ports, so nobody else asks which it is.
 *
 * @param starting waits until all this is as it will be, see {@link #awaitStart}
 * @param closing lets go of the connections
 */
public record RedisAdapters(
        ViewCache viewCache,
        Fences fences,
        LastKnown lastKnown,
        CacheOperations cacheOperations,
        RateLimiter rateLimiter,
        LiveChannels liveChannels,
        WakeUps wakeUps,
        RedisHealth health,
        Runnable starting,
        Runnable closing)
        implements AutoCloseable {

    /** As below, where nothing is rendered. */
    public static RedisAdapters open(
            RedisSettings settings,
            CoherenceTimes times,
            CoherenceLedger ledger,
            Transactions transactions,
            MeterRegistry meters,
            InstantSource clock) {
        return open(settings, times, ledger, transactions, List.of(), meters, clock);
    }

    /**
     * Connects in the background and returns at once.
     *
     * @param renderings of some views; asked when a value is stored
     * @throws IllegalArgumentException if the settings' URI is none, with a message for the operator
     */
    public static RedisAdapters open(
            RedisSettings settings,
            CoherenceTimes times,
            CoherenceLedger ledger,
            Transactions transactions,
            Collection<? extends Rendering<?>> renderings,
            MeterRegistry meters,
            InstantSource clock) {
        var connection = RedisConnection.open(settings, meters);
        var writes = new RedisWrites(connection);
        var coherence = Coherence.start(
                connection, writes, ledger, times, transactions, settings.verifiedShare(), renderings, meters, clock);
        var subscriptions = new RedisSubscriptions(connection);
        var live = new RedisLiveChannels(new LocalLiveChannels(), writes, subscriptions, meters);
        return new RedisAdapters(
                new MeteredViewCache(coherence.cache(), meters),
                coherence.fences(),
                coherence.lastKnown(),
                coherence.operations(),
                new MeteredRateLimiter(new RedisRateLimiter(writes, new LocalRateLimiter(clock), meters), meters),
                live,
                new RedisWakeUps(new LocalWakeUps(), writes, subscriptions, meters),
                () -> connection.ping() && connection.isUsable() ? RedisHealth.Status.UP : RedisHealth.Status.DEGRADED,
                () -> {
                    connection.awaitFirstAttempt();
                    coherence.awaitTrust();
                },
                () -> {
                    coherence.close();
                    connection.stop();
                    live.close();
                    subscriptions.close();
                    connection.close();
                });
    }

    /** No Redis: no cache, and signals stay on their own instance (G14). Others on the same database may have one. */
    public static RedisAdapters absent(
            CoherenceTimes times, CoherenceLedger ledger, MeterRegistry meters, InstantSource clock) {
        var unfenced = Unfenced.start(ledger, times);
        return new RedisAdapters(
                new MeteredViewCache(new NoViewCache(clock), meters),
                unfenced,
                LastKnown.NOTHING,
                new AbsentCacheOperations(meters),
                new MeteredRateLimiter(new LocalRateLimiter(clock), meters),
                new LocalLiveChannels(),
                new LocalWakeUps(),
                () -> RedisHealth.Status.ABSENT,
                () -> {},
                unfenced::close);
    }

    /**
     * Waits until Redis was tried once and, where it answers, until hits may be served: for the connect timeout and a second at most, so that a
     * Redis that is away or hung keeps nobody from starting. To be called before anybody asks or writes, lest they go without.
     */
    public void awaitStart() {
        starting.run();
    }

    /** Lets go of the connections; what is asked of Redis afterwards is answered by the fallbacks. */
    @Override
    public void close() {
        closing.run();
    }
}
