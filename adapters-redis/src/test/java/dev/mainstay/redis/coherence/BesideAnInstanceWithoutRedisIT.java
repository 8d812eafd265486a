package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static dev.mainstay.redis.RedisFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.application.coherence.InMemoryCoherenceLedger;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.redis.RedisAdapters;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instance was given a Redis and reads; another was not, and writes (coherence.md, "Without Redis"). */
class BesideAnInstanceWithoutRedisIT {

    private static final CoherenceTimes LONG = new CoherenceTimes(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final UUID id = UUID.randomUUID();
    private final AtomicReference<String> fact = new AtomicReference<>("old");
    private TestRedis redis;
    private RedisFixture reader;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
        reader = RedisFixture.with(RedisFixture.realBudgets(redis.uri()));
        reader.awaitTrust();
    }

    @AfterEach
    void stop() {
        reader.close();
        redis.close();
    }

    private Cached<ContractView> read() {
        return reader.cache().read(VIEW, id, asked -> saying(fact.get()));
    }

    private void awaitHit() {
        await("a hit", () -> read().outcome() == Outcome.HIT);
    }

    private void write(RedisAdapters writer, String text) {
        writer.fences().awaitReadiness();
        reader.transactions.run(() -> {
            var fence = writer.fences().raise(keys(id));
            fact.set(text);
            return fence;
        });
    }

    @Test
    void what_it_writes_is_seen_at_once() {
        awaitHit();
        try (var writer = reader.withoutRedis()) {
            for (int i = 0; i < 50; i++) {
                write(writer, "new " + i);
                assertThat(read().value()).isEqualTo(saying("new " + i));
            }
            assertThat(read().detail()).isEqualTo("distrust");
        }
    }

    @Test
    void once_it_is_silent_the_cache_gets_a_new_life() {
        awaitHit();
        try (var writer = reader.withoutRedis()) {
            write(writer, "new");
        }

        awaitHit();
        assertThat(read().value()).isEqualTo(saying("new"));
        assertThat(reader.ledger.standing().inForce().number()).isEqualTo(2);
        assertThat(reader.ledger.standing().distrustSince()).isEmpty();
    }

    @Test
    void an_instance_that_lives_is_not_taken_for_silent() {
        awaitHit();
        try (var writer = reader.withoutRedis()) {
            write(writer, "new");
            long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
            await("more than its silence may last", () -> {
                assertThat(read().outcome()).isEqualTo(Outcome.BYPASS);
                return System.nanoTime() > end;
            });
        }
    }

    @Test
    void where_nobody_has_a_cache_its_writers_wait_for_nothing() throws Exception {
        var transactions = new InMemoryTransactions();
        var ledger = new InMemoryCoherenceLedger(transactions, InstantSource.system());
        try (var alone = RedisAdapters.absent(LONG, ledger, new SimpleMeterRegistry(), InstantSource.system())) {
            var ready = CompletableFuture.runAsync(() -> alone.fences().awaitReadiness());

            assertThat(ready.thenApply(done -> "ready").get(20, TimeUnit.SECONDS))
                    .isEqualTo("ready");
        }
    }

    @Test
    void it_commits_nothing_while_it_cannot_say_that_it_is_there() {
        var transactions = new InMemoryTransactions();
        var ledger = new InMemoryCoherenceLedger(transactions, InstantSource.system());
        ledger.away(true);
        try (var alone = RedisAdapters.absent(LONG, ledger, new SimpleMeterRegistry(), InstantSource.system())) {
            assertThatThrownBy(() -> transactions.run(() -> alone.fences().raise(keys(id))))
                    .isInstanceOf(Unavailable.class);
        }
    }
}
