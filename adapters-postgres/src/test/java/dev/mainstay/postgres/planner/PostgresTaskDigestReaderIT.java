package dev.mainstay.postgres.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.planner.DueDay;
import dev.mainstay.application.planner.TaskDigest;
import dev.mainstay.application.planner.TaskDigest.Bucket;
import dev.mainstay.application.planner.TaskDigest.DueTask;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresTaskDigestReaderIT {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    /** In Auckland it is already 01:00 on the second of March. */
    private static final DueDay DAY = new DueDay(Instant.parse("2026-03-01T12:00:00Z"), AUCKLAND);

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresTaskDigestReader reader = new PostgresTaskDigestReader(database);
    private final UserId ann = Owners.newUser(database);

    @Test
    void nothing_due_is_an_empty_digest() {
        task(null, null);

        assertThat(reader.digest(ann, DAY)).isEqualTo(new TaskDigest(0, 0, 0, 0, List.of(), Optional.empty()));
    }

    @Test
    void whole_days_are_days_of_the_users_zone_and_timed_tasks_become_overdue_by_the_minute() {
        var yesterday = task("2026-03-01T00:00", null);
        var justPast = task("2026-03-02T01:00", "Pacific/Auckland");
        var today = task("2026-03-02T00:00", null);
        var tonight = task("2026-03-02T20:00", "Pacific/Auckland");
        var tomorrow = task("2026-03-03T00:00", null);
        task("2026-03-10T00:00", null);
        task("2026-03-10T00:00", "Pacific/Auckland");
        var digest = reader.digest(ann, DAY);

        assertThat(digest.next())
                .extracting(DueTask::id, DueTask::bucket)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(yesterday, Bucket.OVERDUE),
                        org.assertj.core.groups.Tuple.tuple(justPast, Bucket.OVERDUE),
                        org.assertj.core.groups.Tuple.tuple(today, Bucket.TODAY),
                        org.assertj.core.groups.Tuple.tuple(tonight, Bucket.TODAY),
                        org.assertj.core.groups.Tuple.tuple(tomorrow, Bucket.UPCOMING));
        assertThat(digest.next().getLast().due()).isEqualTo(LocalDateTime.parse("2026-03-03T00:00"));
        assertThat(digest.nextCrossing()).contains(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(List.of(digest.overdue(), digest.today(), digest.upcoming())).containsExactly(2, 2, 1);
    }

    @Test
    void five_of_each_bucket_are_named_and_all_are_counted() {
        for (int i = 0; i < 7; i++) {
            task("2026-02-0" + (i + 1) + "T00:00", null);
        }

        var digest = reader.digest(ann, DAY);

        assertThat(digest.overdue()).isEqualTo(7);
        assertThat(digest.next()).hasSize(5).isSortedAccordingTo(java.util.Comparator.comparing(DueTask::due));
    }

    @Test
    void what_is_done_or_deleted_or_anothers_is_not_due() {
        var done = task("2026-03-02T00:00", null);
        set(done, "done_at = '2026-03-01T11:30:00Z'");
        var doneYesterday = task("2026-03-02T00:00", null);
        set(doneYesterday, "done_at = '2026-03-01T10:59:59Z'");
        var deleted = task("2026-03-02T00:00", null);
        set(deleted, "deleted_at = now()");
        var digest = reader.digest(ann, DAY);

        assertThat(digest.today()).isZero();
        assertThat(digest.doneToday()).isEqualTo(1);
        assertThat(reader.digest(Owners.newUser(database), DAY).doneToday()).isZero();
    }

    private TaskId task(@Nullable String local, @Nullable String zone) {
        var task = Owners.newTask(database, ann);
        if (local != null) {
            Instant at = LocalDateTime.parse(local)
                    .atZone(ZoneId.of(zone == null ? "UTC" : zone))
                    .toInstant();
            set(
                    task,
                    "due_local = '" + local + "', due_at = '" + at + "', due_zone = "
                            + (zone == null ? "NULL" : "'" + zone + "'"));
        }
        return task;
    }

    private void set(TaskId task, String assignments) {
        database.run(() -> database.write(handle -> handle.execute(
                "UPDATE planner.task SET " + assignments + " WHERE id = ?", task.value())));
    }
}
