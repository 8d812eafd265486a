package dev.mainstay.bootstrap.ground;

import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.bootstrap.configuration.Settings;
import dev.mainstay.bootstrap.health.Check;
import dev.mainstay.redis.RedisAdapters;
import dev.mainstay.redis.connection.RedisSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.netty.channel.EventLoopGroupRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The one client of Redis, opened here and closed in order (G13), and the ports that it serves. */
@Factory
final class RedisFactory {

    @Singleton
    @Bean(preDestroy = "close")
    RedisAdapters redis(
            @Nullable @Property(name = "mainstay.redis.url") String url,
            Settings settings,
            MeterRegistry meters,
            CoherenceLedger ledger,
            Transactions transactions,
            List<Rendering<?>> renderings,
            EventLoopGroupRegistry loops,
            InstantSource clock) {
        if (url == null) {
            LoggerFactory.getLogger(RedisAdapters.class)
                    .info(
                            "no_cache reason=\"REDIS_URL is not set\" rate_limits=\"per instance\" live=\"per instance\"");
            return RedisAdapters.absent(settings.coherence(), ledger, meters, clock);
        }
        return RedisAdapters.open(
                RedisSettings.of(url).verifying(settings.verifiedShare()).on(loops.getDefaultEventLoopGroup()),
                settings.coherence(),
                ledger,
                transactions,
                renderings,
                meters,
                clock);
    }

    @Singleton
    ViewCache viewCache(RedisAdapters redis) {
        return redis.viewCache();
    }

    @Singleton
    Fences fences(RedisAdapters redis) {
        return redis.fences();
    }

    @Singleton
    LastKnown lastKnown(RedisAdapters redis) {
        return redis.lastKnown();
    }

    @Singleton
    CacheOperations cacheOperations(RedisAdapters redis) {
        return redis.cacheOperations();
    }

    @Singleton
    RateLimiter rateLimiter(RedisAdapters redis) {
        return redis.rateLimiter();
    }

    @Singleton
    LiveChannels liveChannels(RedisAdapters redis) {
        return redis.liveChannels();
    }

    @Singleton
    WakeUps wakeUps(RedisAdapters redis) {
        return redis.wakeUps();
    }

    @Singleton
    Check redisCheck(RedisAdapters redis) {
        return new Check("redis", false, () -> switch (redis.health().ping()) {
            case UP -> Check.State.UP;
            case DEGRADED -> Check.State.DOWN;
            case ABSENT -> Check.State.ABSENT;
        });
    }
}
