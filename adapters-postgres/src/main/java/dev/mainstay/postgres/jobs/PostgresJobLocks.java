package dev.mainstay.postgres.jobs;

import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.postgres.sql.Database;

/** Session-level advisory locks: gone with the connection, so a dead instance never keeps a job from running. */
public final class PostgresJobLocks implements JobLocks {

    private final Database database;

    public PostgresJobLocks(Database database) {
        this.database = database;
    }

    @Override
    public boolean ifFree(String job, Runnable work) {
        return database.read(handle -> {
            boolean free = handle.createQuery("SELECT pg_try_advisory_lock(hashtextextended(:job, 0))")
                    .bind("job", job)
                    .mapTo(Boolean.class)
                    .one();
            if (!free) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                handle.createQuery("SELECT pg_advisory_unlock(hashtextextended(:job, 0))")
                        .bind("job", job)
                        .mapTo(Boolean.class)
                        .one();
            }
        });
    }
}
