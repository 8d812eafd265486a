package dev.mainstay.redis.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RateLimiterContract;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DeadRedisRateLimiterIT extends RateLimiterContract {

    private static final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private static RedisFixture instance;

    @BeforeAll
    static void start() {
        instance = RedisFixture.with(RedisFixture.realBudgets(TestRedis.deadUri()), clock);
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Override
    protected RateLimiter limiter() {
        return instance.adapters.rateLimiter();
    }

    @Override
    protected void elapse(Duration duration) {
        clock.advance(duration);
    }
}
