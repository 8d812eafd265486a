package dev.mainstay.application.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What all {@link JobLocks} do. */
public abstract class JobLocksContract {

    protected abstract JobLocks locks();

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void a_job_that_nobody_runs_is_run() {
        assertThat(locks().ifFree("tidy", runs::incrementAndGet)).isTrue();
        assertThat(locks().ifFree("tidy", runs::incrementAndGet)).isTrue();
        assertThat(runs).hasValue(2);
    }

    @Test
    void while_it_runs_another_instance_does_not_run_it_but_may_run_other_jobs() throws Exception {
        var locks = locks();
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> locks.ifFree("tidy", () -> {
                inside.countDown();
                uninterrupted(leave);
            }));
            inside.await();

            assertThat(locks.ifFree("tidy", runs::incrementAndGet)).isFalse();
            assertThat(locks.ifFree("sweep", runs::incrementAndGet)).isTrue();

            leave.countDown();
            assertThat(first.get()).isTrue();
        }
        assertThat(locks.ifFree("tidy", runs::incrementAndGet)).isTrue();
        assertThat(runs).hasValue(2);
    }

    @Test
    void a_job_that_fails_says_so_and_is_free_again() {
        var locks = locks();

        assertThatThrownBy(() -> locks.ifFree("tidy", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(locks.ifFree("tidy", runs::incrementAndGet)).isTrue();
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
