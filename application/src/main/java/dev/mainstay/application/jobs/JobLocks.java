package dev.mainstay.application.jobs;

/** Lets a scheduled job run on one instance at a time (G15). The lock is PostgreSQL's and is gone when its holder dies. */
public interface JobLocks {

    /**
     * Runs the work if no other instance is running the job.
     *
     * @return whether it ran
     */
    boolean ifFree(String job, Runnable work);
}
