package dev.mainstay.redis;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.redis.connection.RedisSettings;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    @Test
    @Timeout(60)
    void opening_waits_for_nobody_and_the_start_is_over_once_redis_was_tried() {
        redis.pause();
        var step = Duration.ofSeconds(5);
        var connect = Duration.ofMinutes(2);
        var settings = new RedisSettings(redis.uri(), step, connect, connect, Duration.ofMillis(20), 0);
        try (var early = RedisFixture.opening(settings)) {
            assertThat(early.adapters.health().ping()).isEqualTo(RedisHealth.Status.DEGRADED);
            redis.resume();

            early.adapters.awaitStart();

            assertThat(early.adapters.health().ping()).isEqualTo(RedisHealth.Status.UP);
        }
    }
}
