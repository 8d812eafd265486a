package dev.mainstay.bootstrap.jobs;

import dev.mainstay.application.jobs.JobLocks;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every periodic job on a virtual thread of its own until closed; a run that has begun may finish. Each instance asks whether a job
 * is due, and one of them runs it (G15); if that one is gone, another does when the job is due again.
 */
public final class PeriodicJobs implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PeriodicJobs.class);

    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final JobLocks locks;
    private final List<Thread> threads;

    public PeriodicJobs(JobLocks locks, Collection<PeriodicJob> jobs) {
        this.locks = locks;
        this.threads = jobs.stream()
                .map(job -> Thread.ofVirtual().name("job-" + job.name()).unstarted(() -> repeat(job)))
                .toList();
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    private void repeat(PeriodicJob job) {
        try {
            // Instances that start together should not all ask for the lock together.
            Thread.sleep(Duration.ofMillis(
                    ThreadLocalRandom.current().nextLong(job.every().toMillis() / 4 + 1)));
            while (true) {
                Thread.sleep(attempt(job));
            }
        } catch (InterruptedException stopped) {
            log.debug("job_stopped job={}", job.name());
        }
    }

    /** Returns how long to wait before the next. After a failure that is short: the start may not have been written down. */
    private Duration attempt(PeriodicJob job) {
        try {
            return locks.ifDue(job.name(), job.every(), job.work());
        } catch (RuntimeException failure) {
            log.warn("job_failed job={}", job.name(), failure);
            return job.every().compareTo(AFTER_A_FAILURE) < 0 ? job.every() : AFTER_A_FAILURE;
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
