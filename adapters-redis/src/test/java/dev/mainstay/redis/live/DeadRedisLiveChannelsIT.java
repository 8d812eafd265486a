package dev.mainstay.redis.live;

import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LiveChannelsContract;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DeadRedisLiveChannelsIT extends LiveChannelsContract {

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
    protected LiveChannels channels() {
        return instance.adapters.liveChannels();
    }
}
