package dev.mainstay.postgres.jobs;

import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.postgres.sql.Database;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * Session-level advisory locks: gone with the connection, so a dead instance never keeps a job from running. The last start is a row,
 * committed before the work begins.
 */
public final class PostgresJobLocks implements JobLocks {

    private static final int ASK_AGAIN_TIMES = 10;

    private final Database database;

    public PostgresJobLocks(Database database) {
        this.database = database;
    }

    @Override
    public Duration ifDue(String job, Duration every, Runnable work) {
        return database.read(handle -> {
            boolean free = handle.createQuery("SELECT pg_try_advisory_lock(hashtextextended(:job, 0))")
                    .bind("job", job)
                    .mapTo(Boolean.class)
                    .one();
            if (!free) {
                // Its holder may be about to write the start down, or have been at it for longer than a period.
                return every.dividedBy(ASK_AGAIN_TIMES);
            }
            try {
                if (!start(handle, job, every)) {
                    return untilDue(handle, job, every);
                }
                long started = System.nanoTime();
                work.run();
                return notNegative(every.minusNanos(System.nanoTime() - started));
            } finally {
                handle.createQuery("SELECT pg_advisory_unlock(hashtextextended(:job, 0))")
                        .bind("job", job)
                        .mapTo(Boolean.class)
                        .one();
            }
        });
    }

    /** False if it is not due. A start that lies in the future was written before the server's clock was set back. */
    private static boolean start(Handle handle, String job, Duration every) {
        return handle.createUpdate("""
                        INSERT INTO jobs.run AS run (job, started_at) VALUES (:job, clock_timestamp())
                        ON CONFLICT (job) DO UPDATE SET started_at = excluded.started_at
                        WHERE run.started_at <= excluded.started_at - :every OR run.started_at > excluded.started_at
                        """).bind("job", job).bind("every", every).execute() > 0;
    }

    private static Duration untilDue(Handle handle, String job, Duration every) {
        long millis = handle.createQuery("""
                        SELECT ceil(extract(epoch FROM started_at + :every - clock_timestamp()) * 1000)::bigint
                        FROM jobs.run WHERE job = :job
                        """)
                .bind("job", job)
                .bind("every", every)
                .mapTo(Long.class)
                .one();
        return notNegative(Duration.ofMillis(millis));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
