package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static dev.mainstay.redis.RedisFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestLink;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instance cannot reach Redis and writes; another reaches it and reads (coherence.md, fault 5). */
class WritersCutOffIT {

    private final UUID id = UUID.randomUUID();
    private final AtomicReference<String> fact = new AtomicReference<>("old");
    private TestRedis redis;
    private TestLink link;
    private RedisFixture writer;
    private RedisFixture reader;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
        link = TestLink.to(redis);
        writer = RedisFixture.with(RedisFixture.realBudgets(link.uri()));
        reader = writer.another(RedisFixture.realBudgets(redis.uri()));
        writer.awaitTrust();
        reader.awaitTrust();
    }

    @AfterEach
    void stop() {
        writer.close();
        reader.close();
        link.close();
        redis.close();
    }

    private Cached<ContractView> read(RedisFixture instance) {
        return instance.cache().read(VIEW, id, asked -> saying(fact.get()));
    }

    private void write(String text) {
        writer.write(keys(id), () -> fact.set(text));
    }

    private void awaitHit(RedisFixture instance) {
        await("a hit", () -> read(instance).outcome() == Outcome.HIT);
    }

    private Duration waited(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void nobody_reads_what_a_writer_that_is_cut_off_has_replaced() {
        awaitHit(reader);
        link.cut();

        write("new");

        assertThat(read(reader).value()).isEqualTo(saying("new"));
        assertThat(read(reader).detail()).isEqualTo("distrust");
        assertThat(writer.count("mainstay.fences.lost", "step", "raise")).isPositive();
        assertThat(writer.meters.get("mainstay.trust.pending.keys").gauge().value())
                .isPositive();
    }

    @Test
    void only_the_first_write_of_an_outage_waits() {
        link.cut();
        write("new");

        Duration second = waited(() -> write("newer"));

        assertThat(second).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void who_comes_while_the_first_one_waits_can_wait_before_beginning() throws Exception {
        link.cut();
        var first = CompletableFuture.runAsync(() -> write("new"));
        await("distrust", () -> writer.ledger.standing().distrustSince().isPresent());

        writer.adapters.fences().awaitReadiness();

        first.get(1, TimeUnit.SECONDS);
        assertThat(waited(writer.adapters.fences()::awaitReadiness)).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void hits_come_back_with_the_link_and_show_what_was_written() {
        awaitHit(reader);
        link.cut();
        write("new");
        link.heal();

        awaitHit(reader);

        assertThat(read(reader).value()).isEqualTo(saying("new"));
        assertThat(writer.ledger.standing().distrustSince()).isEmpty();
        assertThat(writer.meters.get("mainstay.trust.pending.keys").gauge().value())
                .isZero();
    }

    @Test
    void a_second_outage_is_declared_anew() {
        for (String text : new String[] {"one", "two"}) {
            link.cut();
            write(text);
            assertThat(read(reader).value()).isEqualTo(saying(text));
            link.heal();
            awaitHit(reader);
            assertThat(read(reader).value()).isEqualTo(saying(text));
        }
    }

    @Test
    void an_open_transaction_keeps_the_distrust_until_it_has_ended() throws Exception {
        awaitHit(reader);
        link.cut();
        var prepared = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var writing = CompletableFuture.runAsync(() -> writer.write(keys(id), () -> {
            prepared.countDown();
            awaitQuietly(goOn);
            fact.set("new");
        }));
        awaitQuietly(prepared);
        link.heal();
        writer.awaitUp();

        assertThat(read(reader).detail()).isEqualTo("distrust");
        goOn.countDown();
        writing.get(20, TimeUnit.SECONDS);
        assertThat(read(reader).value()).isEqualTo(saying("new"));
        awaitHit(reader);
        assertThat(read(reader).value()).isEqualTo(saying("new"));
    }

    @Test
    void a_fill_that_began_before_the_write_does_not_survive_the_repair() {
        link.cut();
        reader.cache().read(VIEW, id, asked -> {
            var before = saying(fact.get());
            write("new");
            link.heal();
            await("the repair", () -> writer.ledger.standing().distrustSince().isEmpty());
            return before;
        });

        awaitHit(reader);

        assertThat(read(reader).value()).isEqualTo(saying("new"));
    }

    @Test
    void another_repairs_for_a_writer_that_died() {
        awaitHit(reader);
        link.cut();
        write("new");
        writer.close();

        awaitHit(reader);

        assertThat(read(reader).value()).isEqualTo(saying("new"));
        assertThat(reader.ledger.standing().distrustSince()).isEmpty();
    }

    @Test
    void the_repair_leaves_another_writers_fence_alone() {
        link.cut();
        write("new");
        var fence = reader.fences().raise(keys(id));
        link.heal();
        await("the repair", () -> writer.ledger.standing().distrustSince().isEmpty());

        await("the end of distrust", () -> read(reader).detail().equals("fenced"));
        fence.lower();
        awaitHit(reader);
    }

    @Test
    void more_keys_than_it_pays_to_repair_are_given_up_with_all_of_redis() {
        awaitHit(reader);
        link.cut();
        for (int write = 0; write < 101; write++) {
            var ids = Stream.generate(UUID::randomUUID).limit(100).toArray(UUID[]::new);
            writer.write(keys(ids), () -> {});
        }
        write("new");
        long before = writer.ledger.standing().inForce().number();
        link.heal();

        awaitHit(reader);

        assertThat(read(reader).value()).isEqualTo(saying("new"));
        assertThat(writer.ledger.standing().inForce().number()).isGreaterThan(before);
    }

    @Test
    void without_an_answer_of_the_ledger_nobody_hits_and_what_cannot_be_fenced_is_not_committed() {
        awaitHit(reader);
        writer.ledger.away(true);

        await(
                "the end of trust",
                () -> read(reader).detail().equals("no_trust")
                        && read(writer).detail().equals("no_trust"));
        assertThatThrownBy(() -> write("new")).isInstanceOf(Unavailable.class);

        writer.ledger.away(false);
        awaitHit(reader);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
