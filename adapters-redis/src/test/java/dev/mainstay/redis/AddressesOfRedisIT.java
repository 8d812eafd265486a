package dev.mainstay.redis;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.redis.connection.RedisSettings;
import dev.mainstay.redis.connection.TestRedis;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the address of a Redis may say, and that its secrets are told nobody. */
class AddressesOfRedisIT {

    private final UUID id = UUID.randomUUID();

    @Test
    void a_password_in_the_address_is_used_and_never_shown() {
        try (var locked = TestRedis.start("--requirepass", "s3cret")) {
            String uri = locked.uri().replace("//", "//:s3cret@");
            try (var admitted = RedisFixture.with(RedisFixture.realBudgets(uri))) {
                admitted.awaitUp();
            }
            try (var refused = RedisFixture.with(RedisFixture.realBudgets(locked.uri()))) {
                assertThat(refused.isUp()).isFalse();
                assertThat(refused.cache().read(VIEW, id, asked -> saying("a")).value())
                        .isEqualTo(saying("a"));
            }
            assertThat(RedisSettings.of(uri).toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void an_acl_user_in_the_address_is_used() {
        try (var locked = TestRedis.start("--user", "alice", "on", ">s3cret", "allkeys", "allchannels", "+@all")) {
            String uri = locked.uri().replace("//", "//alice:s3cret@");
            try (var admitted = RedisFixture.with(RedisFixture.realBudgets(uri))) {
                admitted.awaitUp();
            }
        }
    }

    @Test
    void an_address_that_is_none_is_refused_with_what_to_do() {
        assertThatThrownBy(() -> RedisFixture.patient("http://user:s3cret@example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REDIS_URL")
                .hasMessageNotContaining("s3cret");
    }
}
