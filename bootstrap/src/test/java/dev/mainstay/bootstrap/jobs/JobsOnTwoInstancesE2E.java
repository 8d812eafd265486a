package dev.mainstay.bootstrap.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two instances on one database share each job between them. */
class JobsOnTwoInstancesE2E {

    private static final Duration PERIOD = Duration.ofMillis(400);
    private static final int STARTS = 5;

    private final BlockingQueue<Long> starts = new LinkedBlockingQueue<>();

    @Test
    void a_job_is_started_once_in_a_period_and_goes_on_when_one_instance_is_gone() throws Exception {
        try (var one = MainstayServer.withoutRedis();
                var other = MainstayServer.start(Map.of("DATABASE_URL", one.databaseUrl()));
                var staying = jobs(other)) {
            try (var leaving = jobs(one)) {
                leaving.start();
                staying.start();

                long first = nextStart();
                for (int start = 2; start < STARTS; start++) {
                    nextStart();
                }
                long periods = (nextStart() - first) / PERIOD.toNanos();
                // Each instance for itself would be done in half the time; the last start may be a little early, as the
                // first was late.
                assertThat(periods).isGreaterThanOrEqualTo(STARTS - 2);
            }
            nextStart();
            nextStart();
        }
    }

    private PeriodicJobs jobs(MainstayServer instance) {
        return new PeriodicJobs(
                instance.bean(JobLocks.class),
                List.of(new PeriodicJob("tick", PERIOD, () -> starts.add(System.nanoTime()))));
    }

    private long nextStart() throws InterruptedException {
        return Objects.requireNonNull(starts.poll(20, TimeUnit.SECONDS), "it is not started any more");
    }
}
