package dev.mainstay.redis.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RateLimiterContract;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisRateLimiterIT extends RateLimiterContract {

    private static TestRedis redis;
    private static RedisFixture instance;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        instance = RedisFixture.patient(redis.uri());
    }

    @AfterAll
    static void stop() {
        instance.close();
        redis.close();
    }

    @Override
    protected RateLimiter limiter() {
        return instance.adapters.rateLimiter();
    }

    @Override
    protected void elapse(Duration duration) {
        RedisFixture.elapse(duration);
    }
}
