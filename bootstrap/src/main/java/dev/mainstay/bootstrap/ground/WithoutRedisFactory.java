package dev.mainstay.bootstrap.ground;

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
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;

/** No {@code REDIS_URL}: nothing is cached, and signals stay inside this instance (G14). */
@Factory
final class WithoutRedisFactory {

    @Singleton
    ViewCache viewCache(InstantSource clock) {
        LoggerFactory.getLogger(WithoutRedisFactory.class)
                .info("no_cache reason=\"REDIS_URL is not set\" rate_limits=\"per instance\" live=\"per instance\"");
        return new NoViewCache(clock);
    }

    @Singleton
    Fences fences() {
        return new NoFences();
    }

    @Singleton
    RateLimiter rateLimiter(InstantSource clock) {
        return new LocalRateLimiter(clock);
    }

    @Singleton
    LiveChannels liveChannels() {
        return new LocalLiveChannels();
    }

    @Singleton
    WakeUps wakeUps() {
        return new LocalWakeUps();
    }
}
