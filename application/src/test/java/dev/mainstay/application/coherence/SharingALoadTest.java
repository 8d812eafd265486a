package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharingALoadTest {

    private final SharedLoads<String, Integer> loads = new SharedLoads<>(Duration.ofSeconds(20));
    private final AtomicInteger fact = new AtomicInteger();
    private final AtomicInteger counted = new AtomicInteger();

    private int read() {
        return loads.load("key", () -> {
            counted.incrementAndGet();
            return fact.get();
        });
    }

    /** Starts a caller and returns once it waits for another's load. */
    private CompletableFuture<Integer> caller() {
        var answer = new CompletableFuture<Integer>();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                answer.complete(read());
            } catch (RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return answer;
    }

    @Test
    void whoever_comes_during_a_load_shares_the_next_one_which_sees_what_was_written_meanwhile() throws Exception {
        var others = new CompletableFuture<java.util.List<CompletableFuture<Integer>>>();
        int first = loads.load("key", () -> {
            int read = fact.get();
            fact.set(1);
            others.complete(IntStream.range(0, 8).mapToObj(each -> caller()).toList());
            return read;
        });

        assertThat(first).isZero();
        for (var other : others.join()) {
            assertThat(other.get(20, TimeUnit.SECONDS)).isOne();
        }
        assertThat(counted).hasValue(1);
    }

    @Test
    void callers_one_after_the_other_load_for_themselves() {
        assertThat(read()).isZero();
        fact.set(1);
        assertThat(read()).isOne();
        assertThat(counted).hasValue(2);
    }

    @Test
    void a_load_that_fails_fails_alone() throws Exception {
        var other = new CompletableFuture<CompletableFuture<Integer>>();
        assertThatThrownBy(() -> loads.load("key", () -> {
                    other.complete(caller());
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");

        assertThat(other.join().get(20, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void keys_do_not_wait_for_each_other() {
        int answer = loads.load("key", () -> loads.load("other", () -> 7));

        assertThat(answer).isEqualTo(7);
    }

    @Test
    void nobody_is_ever_given_what_was_loaded_before_it_asked() throws Exception {
        var failures = new AtomicInteger();
        var threads = 8;
        var done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            Thread.ofVirtual().start(() -> {
                for (int round = 0; round < 5_000; round++) {
                    int written = fact.incrementAndGet();
                    if (read() < written) {
                        failures.incrementAndGet();
                    }
                }
                done.countDown();
            });
        }

        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).hasValue(0);
    }

    @Test
    void a_caller_whose_patience_ends_loads_alone() {
        var impatient = new SharedLoads<String, Integer>(Duration.ZERO);
        int answer = impatient.load(
                "key",
                () -> CompletableFuture.supplyAsync(() -> impatient.load("key", () -> 3))
                        .join());

        assertThat(answer).isEqualTo(3);
    }
}
