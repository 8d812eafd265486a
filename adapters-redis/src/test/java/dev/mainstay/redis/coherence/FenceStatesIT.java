package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import io.lettuce.core.SetArgs;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances on one Redis, and the bytes that lie at a key. */
class FenceStatesIT {

    private static TestRedis redis;
    private static RedisFixture here;
    private static RedisFixture there;

    private final UUID id = UUID.randomUUID();
    private final String key = VIEW.key(id).toString();

    @BeforeAll
    static void start() {
        redis = TestRedis.start();
        here = RedisFixture.patient(redis.uri());
        there = here.another();
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
        redis.close();
    }

    private Cached<ContractView> read(RedisFixture instance, String fact) {
        return instance.cache().read(VIEW, id, asked -> saying(fact));
    }

    private void lies(String bytes) {
        here.inRedis(commands -> commands.set(key, bytes, SetArgs.Builder.px(60_000)));
    }

    @Test
    void a_glance_finds_a_value_and_neither_a_fence_nor_what_it_leaves() {
        read(here, "a");
        assertThat(glance(there)).contains(saying("a"));

        var fence = here.fences().raise(keys(id));
        assertThat(glance(there)).isEmpty();

        fence.lower();
        assertThat(glance(there)).isEmpty();
        read(here, "b");
        assertThat(glance(there)).contains(saying("b"));
    }

    private Optional<ContractView> glance(RedisFixture instance) {
        return instance.cache()
                .glance(VIEW, id, asked -> saying("never"))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .flatMap(Glimpse::value);
    }

    @Test
    void what_one_instance_stores_another_hits() {
        read(here, "a");

        assertThat(read(there, "never").outcome()).isEqualTo(Outcome.HIT);
        assertThat(read(there, "never").value()).isEqualTo(saying("a"));
    }

    @Test
    void a_writer_on_another_instance_stops_hits_here() {
        read(here, "old");
        var fence = there.fences().raise(keys(id));

        assertThat(read(here, "old").detail()).isEqualTo("fenced");
        fence.lower();
        assertThat(read(here, "new").value()).isEqualTo(saying("new"));
    }

    @Test
    void a_fill_in_flight_here_is_refused_by_a_writer_there() {
        var reader = here.cache().read(VIEW, id, asked -> {
            there.fences().raise(keys(id)).lower();
            return saying("old");
        });

        assertThat(reader.detail()).isEqualTo("fill_refused");
        assertThat(read(there, "new").value()).isEqualTo(saying("new"));
        assertThat(here.count("mainstay.view.fills.refused")).isPositive();
    }

    @Test
    void a_fill_is_refused_when_the_lease_ran_out_and_another_took_it() {
        here.cache().read(VIEW, id, asked -> {
            here.inRedis(commands -> commands.del(key));
            read(there, "newer");
            return saying("older");
        });

        assertThat(read(here, "never").value()).isEqualTo(saying("newer"));
    }

    @Test
    void a_reader_waits_for_the_value_of_another_instances_lease() throws Exception {
        var leased = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var filler = CompletableFuture.supplyAsync(() -> there.cache().read(VIEW, id, asked -> {
            leased.countDown();
            awaitQuietly(goOn);
            return saying("a");
        }));
        awaitQuietly(leased);

        var waiter = read(here, "a");
        goOn.countDown();

        assertThat(waiter.value()).isEqualTo(saying("a"));
        assertThat(waiter.detail()).isIn("leased", "stored");
        assertThat(filler.get(20, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.MISS);
    }

    @Test
    void bytes_that_nobody_understands_are_a_miss_and_replaced() {
        lies("?");
        assertThat(read(here, "a").outcome()).isEqualTo(Outcome.MISS);
        assertThat(read(here, "a").outcome()).isEqualTo(Outcome.HIT);

        lies("");
        assertThat(read(here, "b").outcome()).isEqualTo(Outcome.MISS);
    }

    @Test
    void a_value_of_another_shape_or_incarnation_is_a_miss() {
        read(here, "a");
        String stored = here.inRedis(commands -> commands.get(key));

        lies(stored.substring(0, 22) + "0123456789abcdef" + stored.substring(38));
        assertThat(read(here, "b").outcome()).isEqualTo(Outcome.MISS);

        lies("V1ffffffffffffffff" + stored.substring(18));
        assertThat(read(here, "c").outcome()).isEqualTo(Outcome.MISS);

        lies(stored.substring(0, 18) + "0001" + stored.substring(22));
        assertThat(read(here, "d").outcome()).isEqualTo(Outcome.MISS);
    }

    @Test
    void a_value_cut_short_is_a_miss() {
        read(here, "a");
        String stored = here.inRedis(commands -> commands.get(key));

        lies(stored.substring(0, stored.length() - 3));

        assertThat(read(here, "b").value()).isEqualTo(saying("b"));
        assertThat(read(here, "never").value()).isEqualTo(saying("b"));
    }

    @Test
    void a_fence_that_was_forgotten_does_not_leave_a_value_behind() {
        var fence = here.fences().raise(keys(id));
        here.inRedis(commands -> commands.del(key));
        read(there, "old");
        fence.lower();

        assertThat(read(there, "new").value()).isEqualTo(saying("new"));
    }

    @Test
    void a_fence_that_was_forgotten_does_not_open_the_key_for_another_writer() {
        var first = here.fences().raise(keys(id));
        here.inRedis(commands -> commands.del(key));
        var second = there.fences().raise(keys(id));
        first.lower();

        assertThat(read(here, "old").detail()).isEqualTo("fenced");
        second.lower();
        assertThat(read(here, "new").outcome()).isEqualTo(Outcome.MISS);
    }

    @Test
    void the_token_of_a_writer_that_died_ends_by_itself_however_busy_the_key_is() {
        lies("Fdeadbeef=1;");
        var fence = here.fences().raise(keys(id));
        fence.lower();

        assertThat(read(here, "a").outcome()).isEqualTo(Outcome.MISS);
    }

    @Test
    void scripts_that_redis_has_forgotten_are_sent_again() {
        read(here, "a");
        here.inRedis(commands -> commands.scriptFlush());

        here.fences().raise(keys(id)).lower();

        assertThat(read(here, "b").outcome()).isEqualTo(Outcome.MISS);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
