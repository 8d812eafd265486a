package dev.mainstay.redis.jobs;

import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.application.jobs.WakeUpsContract;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisWakeUpsIT extends WakeUpsContract {

    private static TestRedis redis;
    private static RedisFixture instance;
    private static RedisFixture another;

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        instance = RedisFixture.patient(redis.uri());
        another = instance.another();
    }

    @AfterAll
    static void stop() {
        instance.close();
        another.close();
        redis.close();
    }

    @Override
    protected WakeUps wakeUps() {
        return instance.adapters.wakeUps();
    }

    @Override
    protected WakeUps anotherInstance() {
        return another.adapters.wakeUps();
    }
}
