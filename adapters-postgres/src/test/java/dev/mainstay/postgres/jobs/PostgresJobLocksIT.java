package dev.mainstay.postgres.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.application.jobs.JobLocksContract;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PostgresJobLocksIT extends JobLocksContract {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    @Override
    protected JobLocks locks() {
        return new PostgresJobLocks(new Database(POOL));
    }

    @Test
    void the_lock_of_an_instance_that_dies_is_free_at_once() {
        var jdbi = Jdbi.create(POOL);

        assertThatThrownBy(
                        () -> locks().ifDue("tidy", Duration.ZERO, () -> jdbi.useHandle(handle -> handle.execute("""
                        SELECT pg_terminate_backend(pid) FROM pg_locks
                        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """))))
                .isInstanceOf(Unavailable.class);

        var ran = new AtomicBoolean();
        locks().ifDue("tidy", Duration.ZERO, () -> ran.set(true));
        assertThat(ran).isTrue();
    }

    @Test
    void a_start_from_before_the_servers_clock_was_set_back_does_not_hold_the_job_up() {
        Jdbi.create(POOL)
                .useHandle(handle -> handle.execute(
                        "INSERT INTO jobs.run (job, started_at) VALUES ('sweep', now() + interval '1 year')"));

        var ran = new AtomicBoolean();
        locks().ifDue("sweep", Duration.ofHours(1), () -> ran.set(true));
        assertThat(ran).isTrue();
    }
}
