package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.coherence.ViewCacheContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisViewCacheIT extends ViewCacheContract {

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
    protected Transactions transactions() {
        return instance.transactions;
    }

    @Override
    protected void elapse(Duration duration) {
        RedisFixture.elapse(duration);
    }

    @Override
    protected boolean glances() {
        return true;
    }
}
