package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.application.ratelimit.LocalRateLimiter;
import dev.mainstay.application.ratelimit.RateLimiter;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Counts requests in the instance's memory, so that Redis is asked for views alone and more reads fit into a run; only where
 * {@code RATES_IN_MEMORY} asks for it. A rate is a signal, and nothing that is read hangs on it.
 */
@Factory
@Requires(property = "rates.in.memory", value = "true")
public final class RatesInMemory {

    @Singleton
    @Primary
    @Replaces(RateLimiter.class)
    RateLimiter rates(InstantSource clock) {
        return new LocalRateLimiter(clock);
    }
}
