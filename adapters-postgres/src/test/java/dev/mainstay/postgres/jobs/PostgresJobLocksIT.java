package dev.mainstay.postgres.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.jobs.JobLocks;
import dev.mainstay.application.jobs.JobLocksContract;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
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

        assertThatThrownBy(() -> locks().ifFree("tidy", () -> jdbi.useHandle(handle -> handle.execute("""
                        SELECT pg_terminate_backend(pid) FROM pg_locks
                        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        """))))
                .isInstanceOf(Unavailable.class);

        var ran = new AtomicBoolean();
        assertThat(locks().ifFree("tidy", () -> ran.set(true))).isTrue();
        assertThat(ran).isTrue();
    }
}
