package dev.mainstay.application.jobs;

import java.time.Duration;

/**
 * Lets a scheduled job run on one instance at a time and once in a period, however many instances there are (G15). The lock is
 * PostgreSQL's and is gone when its holder dies; when a job was last started is a fact, by PostgreSQL's clock.
 */
public interface JobLocks {

    /**
     * Runs the work, unless another instance is running the job or the job was started less than a period ago. A start counts even if
     * the work fails or its instance dies: the next one comes a period later. Not inside a transaction.
     *
     * @param every from one start to the next; zero: always due
     * @return how long until it is worth asking again, never negative
     * @throws RuntimeException what the work throws
     */
    Duration ifDue(String job, Duration every, Runnable work);
}
