package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Writers count a fact up, one at a time as a row lock has it, and readers on each instance look at its view: a read returns what was
 * acknowledged, or read by anyone, before it began, or something newer.
 */
@Isolated("It keeps every core busy.")
class ReadsNeverGoBackIT {

    private static final Duration RUN = Duration.ofSeconds(2);

    private final UUID id = UUID.randomUUID();
    private final AtomicLong fact = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger hits = new AtomicInteger();

    private void write(RedisFixture instance) {
        while (!over.get()) {
            var written = new AtomicLong();
            instance.write(keys(id), () -> written.set(fact.incrementAndGet()));
            seen.accumulateAndGet(written.get(), Math::max);
            // Leaves readers time for hits.
            LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
        }
    }

    private void read(RedisFixture instance) {
        while (!over.get()) {
            long before = seen.get();
            var answer = instance.cache().read(VIEW, id, asked -> saying(Long.toString(fact.get())));
            long read = Long.parseLong(answer.value().text());
            assertThat(read).as("%s %s", answer.outcome(), answer.detail()).isGreaterThanOrEqualTo(before);
            seen.accumulateAndGet(read, Math::max);
            if (answer.detail().equals("stored")) {
                hits.incrementAndGet();
            }
            RedisFixture.elapse(Duration.ofNanos(50_000));
        }
    }

    private void run(Runnable meanwhile, List<Runnable> workers) throws Exception {
        try (var threads = Executors.newFixedThreadPool(workers.size())) {
            var all = new ArrayList<CompletableFuture<Void>>();
            workers.forEach(worker -> all.add(CompletableFuture.runAsync(worker, threads)));
            meanwhile.run();
            over.set(true);
            for (var worker : all) {
                worker.get(30, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void on_two_instances_with_two_writers() throws Exception {
        try (var redis = TestRedis.start();
                var here = RedisFixture.patient(redis.uri(), 0.5);
                var there = here.another()) {
            run(
                    () -> RedisFixture.elapse(RUN),
                    List.of(
                            () -> write(here),
                            () -> write(there),
                            () -> read(here),
                            () -> read(here),
                            () -> read(here),
                            () -> read(there),
                            () -> read(there)));

            assertThat(hits).hasPositiveValue();
            assertThat(fact).hasPositiveValue();
            assertThat(here.count("mainstay.view.verifications", "result", "mismatch"))
                    .isZero();
            assertThat(there.count("mainstay.view.verifications", "result", "mismatch"))
                    .isZero();
        }
    }

    @Test
    void on_one_instance_while_redis_hangs_again_and_again() throws Exception {
        try (var redis = TestRedis.start();
                var here = RedisFixture.with(RedisFixture.realBudgets(redis.uri()))) {
            run(
                    () -> {
                        for (int hang = 0; hang < 5; hang++) {
                            int before = hits.get();
                            RedisFixture.await("hits", () -> hits.get() > before);
                            redis.pause();
                            RedisFixture.elapse(Duration.ofMillis(200));
                            redis.resume();
                        }
                    },
                    List.of(
                            () -> write(here),
                            () -> write(here),
                            () -> read(here),
                            () -> read(here),
                            () -> read(here)));

            assertThat(hits).hasPositiveValue();
            assertThat(here.count("mainstay.fences.lost")).isPositive();
        }
    }
}
