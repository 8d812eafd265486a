package dev.mainstay.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.application.ratelimit.RatePolicy;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Looks at everything that the adapters leave in Redis (G4, G18). */
class KeysIT {

    private static final Duration LONGEST = Duration.ofDays(2);

    @Test
    void every_key_has_four_lowercase_segments_and_a_ttl() {
        try (var redis = TestRedis.start();
                var instance = RedisFixture.patient(redis.uri())) {
            leaveTracesOfEverything(instance);

            Map<String, Long> ttls = instance.inRedis(
                    commands -> commands.keys("*").stream().collect(Collectors.toMap(key -> key, commands::pttl)));

            assertThat(ttls).hasSizeGreaterThanOrEqualTo(5);
            assertThat(ttls).allSatisfy((key, ttl) -> {
                assertThat(key).matches("[a-z]+:[a-z0-9-]+:[a-z0-9-]+:[a-z0-9._-]+");
                assertThat(ttl).isBetween(1L, LONGEST.toMillis());
            });
        }
    }

    private static void leaveTracesOfEverything(RedisFixture instance) {
        var user = new UserId(UUID.randomUUID());
        instance.cache().read(ContractView.VIEW, UUID.randomUUID(), id -> ContractView.saying("value"));
        instance.cache().read(ContractView.VIEW, UUID.randomUUID(), id -> {
            // The lease lies there while the loader works; another's fence stands beside it.
            instance.fences().raise(ContractView.keys(UUID.randomUUID()));
            assertThat(instance.<Long>inRedis(
                            commands -> commands.pttl(ContractView.VIEW.key(id).toString())))
                    .isBetween(1L, LONGEST.toMillis());
            return ContractView.saying("leased");
        });
        var one = instance.fences().raise(ContractView.keys(user.value()));
        instance.fences().raise(ContractView.keys(user.value()));
        one.lower();
        instance.adapters
                .rateLimiter()
                .take(
                        RatePolicy.of("contract", Window.perMinute(5), Window.perDay(50)),
                        RateSubject.user(user),
                        (who, past) -> 3);
        instance.adapters.liveChannels().publish(new LiveHint(user, "home"));
        instance.adapters.wakeUps().wake("contract");
    }
}
