package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.FencesContract;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DeadRedisFencesIT extends FencesContract {

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
    protected ViewCache cache() {
        return instance.cache();
    }

    @Override
    protected Fences fences() {
        return instance.fences();
    }

    @Override
    protected boolean caches() {
        return false;
    }
}
