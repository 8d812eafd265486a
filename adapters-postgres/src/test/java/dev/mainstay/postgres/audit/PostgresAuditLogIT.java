package dev.mainstay.postgres.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.audit.AuditLog;
import dev.mainstay.application.audit.AuditLog.Broken;
import dev.mainstay.application.audit.AuditLogContract;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PostgresAuditLogIT extends AuditLogContract {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final Jdbi jdbi = Jdbi.create(POOL);

    @Override
    protected Opened open() {
        jdbi.useHandle(handle -> handle.execute("""
                ALTER TABLE audit.entry DISABLE TRIGGER append_only;
                DELETE FROM audit.entry;
                UPDATE audit.chain SET position = 0, hash = sha256(convert_to('mainstay audit chain ' || chain, 'UTF8'));
                ALTER TABLE audit.entry ENABLE TRIGGER append_only;
                """));
        var database = new Database(POOL);
        return new Opened(new PostgresAuditLog(database), database);
    }

    @Test
    void the_database_itself_refuses_to_change_or_remove_an_entry() {
        append(entry(UUID.randomUUID(), "user.registered"), NOW);

        for (String change : List.of(
                "UPDATE audit.entry SET action = 'nothing'", "DELETE FROM audit.entry", "TRUNCATE audit.entry")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
                    .hasMessageContaining("the audit log is append-only");
        }
        assertThat(log.verify()).isEmpty();
    }

    @Test
    void an_entry_that_was_altered_past_the_triggers_is_found() {
        var subject = threeEntries();

        past("UPDATE audit.entry SET action = 'nothing' WHERE position = 2");

        assertThat(log.verify()).contains(new Broken(chainOf(subject), 2));
    }

    @Test
    void an_entry_that_was_removed_from_the_middle_is_found() {
        var subject = threeEntries();

        past("DELETE FROM audit.entry WHERE position = 2");

        assertThat(log.verify()).contains(new Broken(chainOf(subject), 3));
    }

    @Test
    void an_entry_that_was_removed_from_the_end_is_found() {
        var subject = threeEntries();

        past("DELETE FROM audit.entry WHERE position = 3");

        assertThat(log.verify()).contains(new Broken(chainOf(subject), 3));
    }

    @Test
    void appending_at_once_makes_one_unbroken_chain() {
        var subject = UUID.randomUUID();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) {
                threads.execute(() -> {
                    for (int entries = 0; entries < 10; entries++) {
                        append(entry(subject, "counted"), NOW);
                    }
                });
            }
        }

        assertThat(log.on(subject, 100))
                .extracting(AuditLog.Recorded::position)
                .hasSize(80)
                .startsWith(80L)
                .endsWith(1L);
        assertThat(log.verify()).isEmpty();
    }

    private UUID threeEntries() {
        var subject = UUID.randomUUID();
        for (String action : List.of("one", "two", "three")) {
            append(entry(subject, action), NOW);
        }
        assertThat(log.verify()).isEmpty();
        return subject;
    }

    private int chainOf(UUID subject) {
        return log.on(subject, 1).getFirst().chain();
    }

    /** What somebody with every right could do. */
    private void past(String change) {
        jdbi.useHandle(handle -> {
            handle.execute("ALTER TABLE audit.entry DISABLE TRIGGER append_only");
            handle.execute(change);
            handle.execute("ALTER TABLE audit.entry ENABLE TRIGGER append_only");
        });
    }
}
