package dev.mainstay.redis.live;

import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LiveChannelsContract;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisLiveChannelsIT extends LiveChannelsContract {

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
    protected LiveChannels channels() {
        return instance.adapters.liveChannels();
    }

    @Override
    protected LiveChannels anotherInstance() {
        return another.adapters.liveChannels();
    }
}
