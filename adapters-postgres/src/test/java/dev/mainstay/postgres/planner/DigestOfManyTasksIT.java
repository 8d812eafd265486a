package dev.mainstay.postgres.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.planner.DueDay;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.Plans;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The home page of somebody with many tasks finds those it counts and names in indexes. */
class DigestOfManyTasksIT {

    private static final DataSource POOL = TestPostgres.freshDatabase();
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int PEOPLE = 40;

    private final Database database = new Database(POOL);

    @Test
    void it_looks_at_no_task_that_it_does_not_count() {
        var owner = Owners.newUser(database);
        fill(owner, 3_000);
        for (int other = 0; other < PEOPLE; other++) {
            fill(Owners.newUser(database), 500);
        }
        database.run(() -> database.write(handle -> handle.execute("ANALYZE planner.task")));

        var plans = Plans.of(
                database, () -> new PostgresTaskDigestReader(database).digest(owner, new DueDay(NOW, ZoneOffset.UTC)));

        assertThat(plans)
                .singleElement()
                .asString()
                .contains("task_open", "using task_done")
                .doesNotContain("Seq Scan", "WindowAgg");
    }

    /** A third done long ago, a few deleted; of the others a twentieth is due on each day of the weeks around. */
    private void fill(UserId owner, int tasks) {
        database.run(() -> database.write(handle -> handle.createUpdate("""
                        INSERT INTO planner.task
                            (id, owner, version, uid, sequence, revised_at, title, title_key, notes, labels, priority,
                             due_local, due_zone, due_at, position, done_at, deleted_at, created_at)
                        SELECT gen_random_uuid(), :owner, 1, gen_random_uuid()::text, 0, :now, 'Task ' || k, 'task ' || k,
                               repeat('x', 100), '{}', 0, due, CASE WHEN k % 2 = 0 THEN 'UTC' END, due AT TIME ZONE 'UTC', k,
                               CASE WHEN k % 3 = 0 THEN :now::timestamptz - interval '3 days' END,
                               CASE WHEN k % 50 = 0 THEN :now::timestamptz END, :now
                        FROM (SELECT k, date_trunc('day', :now::timestamptz AT TIME ZONE 'UTC') + (k % 20 - 7) * interval '1 day' AS due
                              FROM generate_series(1, :tasks) AS k) AS tasks
                        """)
                .bind("owner", owner.value())
                .bind("now", NOW)
                .bind("tasks", tasks)
                .execute()));
    }
}
