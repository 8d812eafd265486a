package dev.mainstay.redis;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.redis.connection.TestRedis;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Redis that is away or hung keeps no instance from starting, and is used once it is there. */
class StartingWithoutRedisIT {

    private final UUID id = UUID.randomUUID();
    private final TestRedis redis = TestRedis.start();

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void an_instance_starts_while_redis_is_away_and_finds_it_later() {
        redis.kill();
        try (var early = RedisFixture.with(RedisFixture.realBudgets(redis.uri()))) {
            assertThat(early.cache().read(VIEW, id, asked -> saying("a")).outcome())
                    .isEqualTo(Outcome.BYPASS);
            redis.restart();
            early.awaitUp();
        }
    }

    @Test
    void an_instance_starts_while_redis_hangs() {
        redis.pause();
        try (var early = RedisFixture.with(RedisFixture.realBudgets(redis.uri()))) {
            assertThat(early.cache().read(VIEW, id, asked -> saying("a")).detail())
                    .isIn("no_incarnation", "no_trust");
            redis.resume();
            early.awaitUp();
        }
    }
}
