package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.FencesContract;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisFencesIT extends FencesContract {

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
    protected ViewCache cache() {
        return instance.cache();
    }

    @Override
    protected Fences fences() {
        return instance.fences();
    }
}
