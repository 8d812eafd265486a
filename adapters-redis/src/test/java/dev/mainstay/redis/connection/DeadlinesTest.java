package dev.mainstay.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DeadlinesTest {

    private static final Duration STEP = Duration.ofMillis(60);
    private static final Duration LONGER = STEP.multipliedBy(5);

    private final Deadlines deadlines = Deadlines.after(STEP, List.of());
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void an_answer_in_time_is_the_answer() throws Exception {
        answer.completeOnTimeout("here", 10, TimeUnit.MILLISECONDS);

        assertThat(deadlines.get(answer, STEP.toNanos())).isEqualTo("here");
    }

    @Test
    void an_answer_that_is_a_failure_is_that_failure() {
        answer.completeExceptionally(new IllegalStateException("broken"));

        assertThatThrownBy(() -> deadlines.get(answer, STEP.toNanos()))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_sits_out_a_wait_waits_for_all_of_it() {
        for (Duration wait : List.of(STEP.dividedBy(3), STEP, LONGER)) {
            long start = System.nanoTime();

            assertThatThrownBy(() -> deadlines.get(new CompletableFuture<>(), wait.toNanos()))
                    .isInstanceOf(TimeoutException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(wait);
        }
    }

    @Test
    void a_long_wait_does_not_keep_a_short_one_from_ending() {
        var sittingItOut = CompletableFuture.runAsync(() -> assertThatThrownBy(() -> deadlines.get(
                        new CompletableFuture<>(), Duration.ofMinutes(1).toNanos()))
                .isInstanceOf(TimeoutException.class));
        deadlines.watch(answer);

        assertThatThrownBy(answer::get).hasCauseInstanceOf(TimeoutException.class);
        assertThat(sittingItOut).isNotDone();

        deadlines.close();
        sittingItOut.join();
    }

    @Test
    void nobody_waits_for_what_is_closed() {
        deadlines.close();
        deadlines.watch(answer);

        assertThatThrownBy(answer::get).hasCauseInstanceOf(TimeoutException.class);
    }
}
