package dev.mainstay.redis.jobs;

import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.application.jobs.WakeUpsContract;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DeadRedisWakeUpsIT extends WakeUpsContract {

    private static RedisFixture instance;

    @BeforeAll
    static void start() {
        instance = RedisFixture.with(RedisFixture.realBudgets(TestRedis.deadUri()));
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Override
    protected WakeUps wakeUps() {
        return instance.adapters.wakeUps();
    }
}
