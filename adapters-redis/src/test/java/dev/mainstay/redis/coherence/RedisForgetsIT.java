package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static dev.mainstay.redis.RedisFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestLink;
import dev.mainstay.redis.connection.TestRedis;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis is flushed, restarted, restored or replaced: what it held before does not count (coherence.md, fault 6). */
class RedisForgetsIT {

    private final UUID id = UUID.randomUUID();
    private final AtomicReference<String> fact = new AtomicReference<>("old");
    private TestRedis redis;
    private TestLink link;
    private RedisFixture here;
    private RedisFixture there;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
        link = TestLink.to(redis);
        here = RedisFixture.with(RedisFixture.realBudgets(link.uri()));
        there = here.another();
        here.awaitTrust();
        there.awaitTrust();
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        link.close();
        redis.close();
    }

    private Cached<ContractView> read(RedisFixture instance) {
        return instance.cache().read(VIEW, id, asked -> saying(fact.get()));
    }

    private void awaitHit(RedisFixture instance) {
        await("a hit", () -> read(instance).outcome() == Outcome.HIT);
    }

    private long number() {
        return here.ledger.standing().inForce().number();
    }

    private void awaitIncarnationAfter(long before) {
        await("another incarnation", () -> number() > before);
    }

    @Test
    void the_first_life_is_in_force_at_once() {
        assertThat(number()).isEqualTo(1);
        assertThat(here.ledger.standing().inForce().settled()).isTrue();
        assertThat(here.meters.get("mainstay.incarnation.number").gauge().value())
                .isEqualTo(1);
    }

    @Test
    void a_mere_reconnect_needs_no_quarantine() {
        awaitHit(here);
        link.cut();
        link.heal();
        await("Redis to be found again", here::isUp);

        awaitHit(here);
        assertThat(number()).isEqualTo(1);
    }

    @Test
    void a_flush_is_followed_by_a_quarantine_in_which_nothing_is_stored() {
        awaitHit(here);
        long before = number();
        here.inRedis(commands -> commands.flushall());

        awaitIncarnationAfter(before);
        await("quarantine", () -> read(here).detail().equals("quarantine"));
        assertThat(here.<Long>inRedis(commands -> commands.exists(VIEW.key(id).toString())))
                .isZero();

        awaitHit(here);
        awaitHit(there);
        assertThat(here.ledger.standing().inForce().settled()).isTrue();
    }

    @Test
    void a_fence_that_the_flush_took_does_not_let_the_old_value_in() {
        var fence = here.fences().raise(keys(id));
        here.inRedis(commands -> commands.flushall());

        assertThat(read(there).outcome()).isEqualTo(Outcome.BYPASS);

        fact.set("new");
        fence.lower();
        awaitHit(there);
        assertThat(read(there).value()).isEqualTo(saying("new"));
    }

    @Test
    void a_restart_is_another_life() {
        awaitHit(here);
        redis.kill();
        redis.restart();

        awaitHit(here);
        // Both instances notice: where the second marks Redis before the first is in force, its mark counts for
        // nothing, and there is one more.
        assertThat(number()).isBetween(2L, 3L);
    }

    @Test
    void what_a_replica_held_when_it_took_over_does_not_count() {
        try (var replica = TestRedis.start()) {
            awaitHit(here);
            String stored = here.inRedis(commands -> commands.get(VIEW.key(id).toString()));
            String marker = here.inRedis(commands -> commands.get(markerKey()));
            here.write(keys(id), () -> fact.set("new"));
            RedisFixture.inRedisAt(
                    replica.uri(), commands -> commands.set(VIEW.key(id).toString(), stored));
            RedisFixture.inRedisAt(replica.uri(), commands -> commands.set(markerKey(), marker));

            link.leadTo(replica);
            link.cut();
            link.heal();

            awaitIncarnationAfter(1);
            awaitHit(here);
            awaitHit(there);
            assertThat(read(here).value()).isEqualTo(saying("new"));
            assertThat(read(there).value()).isEqualTo(saying("new"));
        }
    }

    @Test
    void whoever_is_still_connected_to_a_deposed_server_follows() {
        try (var successor = TestRedis.start();
                var direct = TestLink.to(redis)) {
            var behind = here.another(RedisFixture.realBudgets(direct.uri()));
            try (behind) {
                behind.awaitTrust();
                awaitHit(behind);
                link.leadTo(successor);
                direct.leadTo(successor);
                link.cut();
                link.heal();
                awaitIncarnationAfter(1);
                here.write(keys(id), () -> fact.set("new"));

                assertThat(read(behind).value()).isEqualTo(saying("new"));
                awaitHit(behind);
                assertThat(read(behind).value()).isEqualTo(saying("new"));
            }
        }
    }

    @Test
    void two_deployments_on_one_redis_do_not_read_each_others_values() {
        try (var strangers = RedisFixture.with(RedisFixture.realBudgets(redis.uri()))) {
            strangers.awaitTrust();
            awaitHit(here);

            var theirs = strangers.cache().read(VIEW, id, asked -> saying("theirs"));

            assertThat(theirs.value()).isEqualTo(saying("theirs"));
        }
    }

    private String markerKey() {
        return here.ledger.standing().markerKey().toString();
    }
}
