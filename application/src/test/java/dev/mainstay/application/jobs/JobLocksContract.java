package dev.mainstay.application.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What all {@link JobLocks} do. */
public abstract class JobLocksContract {

    private static final Duration ALWAYS = Duration.ZERO;
    private static final Duration HOURLY = Duration.ofHours(1);

    /** The locks of one instance; those of another if they are asked for again. */
    protected abstract JobLocks locks();

    // Starts are remembered, also from one test to the next.
    private final String job = "tidy-" + UUID.randomUUID();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void a_job_that_was_never_started_is_run() {
        Duration wait = locks().ifDue(job, HOURLY, runs::incrementAndGet);

        assertThat(runs).hasValue(1);
        assertThat(wait).isBetween(HOURLY.minusMinutes(1), HOURLY);
    }

    @Test
    void within_its_period_no_instance_starts_it_again() {
        locks().ifDue(job, HOURLY, runs::incrementAndGet);

        assertThat(locks().ifDue(job, HOURLY, runs::incrementAndGet)).isBetween(HOURLY.minusMinutes(1), HOURLY);
        assertThat(runs).hasValue(1);
    }

    @Test
    void after_the_time_it_said_it_is_due_again() throws InterruptedException {
        var period = Duration.ofMillis(60);
        locks().ifDue(job, period, runs::incrementAndGet);

        while (runs.get() < 2) {
            Duration wait = locks().ifDue(job, period, runs::incrementAndGet);
            assertThat(wait).isBetween(Duration.ZERO, period);
            Thread.sleep(wait.plusMillis(1));
        }
    }

    @Test
    void a_start_counts_although_the_work_failed() {
        assertThatThrownBy(() -> locks().ifDue(job, HOURLY, JobLocksContract::fail))
                .hasMessage("broken");

        locks().ifDue(job, HOURLY, runs::incrementAndGet);
        assertThat(runs).hasValue(0);
    }

    @Test
    void while_it_runs_another_instance_does_not_run_it_but_may_run_other_jobs() throws Exception {
        var locks = locks();
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> locks.ifDue(job, ALWAYS, () -> {
                inside.countDown();
                uninterrupted(leave);
            }));
            inside.await();

            locks.ifDue(job, ALWAYS, runs::incrementAndGet);
            assertThat(runs).hasValue(0);
            locks.ifDue("sweep-" + job, ALWAYS, runs::incrementAndGet);
            assertThat(runs).hasValue(1);

            leave.countDown();
            first.get();
        }
        locks.ifDue(job, ALWAYS, runs::incrementAndGet);
        assertThat(runs).hasValue(2);
    }

    @Test
    void a_job_that_fails_says_so_and_is_free_again() {
        var locks = locks();

        assertThatThrownBy(() -> locks.ifDue(job, ALWAYS, JobLocksContract::fail))
                .hasMessage("broken");
        locks.ifDue(job, ALWAYS, runs::incrementAndGet);
        assertThat(runs).hasValue(1);
    }

    private static void fail() {
        throw new IllegalStateException("broken");
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
