package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.coherence.ViewCacheContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DeadRedisViewCacheIT extends ViewCacheContract {

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
    protected Transactions transactions() {
        return instance.transactions;
    }

    @Override
    protected void elapse(Duration duration) {
        RedisFixture.elapse(duration);
    }

    @Override
    protected boolean caches() {
        return false;
    }

    /** The first to come, those who came meanwhile, and whoever was still being refused by Redis. */
    @Override
    protected int mostLoadsOf(int callers) {
        return 3;
    }
}
