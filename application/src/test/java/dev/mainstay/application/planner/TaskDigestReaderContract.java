package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mainstay.application.planner.TaskDigest.Bucket;
import dev.mainstay.application.planner.TaskDigest.DueTask;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of what is due does. */
public abstract class TaskDigestReaderContract {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    /** In Auckland it is already 01:00 on the second of March. */
    private static final DueDay DAY = new DueDay(Instant.parse("2026-03-01T12:00:00Z"), AUCKLAND);

    private static final TaskDigest NOTHING = new TaskDigest(0, 0, 0, 0, List.of(), Optional.empty());

    private UserId ann = new UserId(new UUID(0, 0));

    protected abstract TaskDigestReader reader();

    protected abstract UserId newUser();

    protected abstract void add(Task task);

    @BeforeEach
    void ann_is_new() {
        ann = newUser();
    }

    @Test
    void without_a_due_time_nothing_is_due() {
        task(null);

        assertThat(reader().digest(ann, DAY)).isEqualTo(NOTHING);
    }

    @Test
    void whole_days_are_days_of_the_users_zone_and_timed_tasks_become_overdue_by_the_minute() {
        var yesterday = task(day("2026-03-01"));
        var justPast = task(time("2026-03-02T01:00"));
        var today = task(day("2026-03-02"));
        var tonight = task(time("2026-03-02T20:00"));
        var tomorrow = task(day("2026-03-03"));
        task(day("2026-03-10"));
        task(time("2026-03-10T00:00"));

        var digest = reader().digest(ann, DAY);

        assertThat(digest.next())
                .extracting(DueTask::id, DueTask::bucket)
                .containsExactly(
                        tuple(yesterday, Bucket.OVERDUE),
                        tuple(justPast, Bucket.OVERDUE),
                        tuple(today, Bucket.TODAY),
                        tuple(tonight, Bucket.TODAY),
                        tuple(tomorrow, Bucket.UPCOMING));
        assertThat(digest.next().getLast())
                .isEqualTo(new DueTask(
                        tomorrow, "Write", Bucket.UPCOMING, LocalDateTime.parse("2026-03-03T00:00"), Optional.empty()));
        assertThat(digest.next().get(3).zone()).contains(AUCKLAND);
        assertThat(digest.nextCrossing()).contains(Instant.parse("2026-03-02T07:00:00Z"));
        assertThat(List.of(digest.overdue(), digest.today(), digest.upcoming())).containsExactly(2, 2, 1);
    }

    @Test
    void five_of_each_bucket_are_named_and_all_are_counted() {
        for (int i = 1; i <= 7; i++) {
            task(day("2026-02-0" + i));
        }

        var digest = reader().digest(ann, DAY);

        assertThat(digest.overdue()).isEqualTo(7);
        assertThat(digest.next()).hasSize(5).isSortedAccordingTo(Comparator.comparing(DueTask::due));
    }

    @Test
    void what_is_done_or_deleted_or_anothers_is_not_due() {
        add(made(day("2026-03-02")).complete(Instant.parse("2026-03-01T11:30:00Z")));
        add(made(day("2026-03-02")).complete(Instant.parse("2026-03-01T10:59:59Z")));
        add(made(day("2026-03-02")).delete(Instant.parse("2026-03-01T11:30:00Z")));

        assertThat(reader().digest(ann, DAY)).isEqualTo(new TaskDigest(0, 0, 0, 1, List.of(), Optional.empty()));
        assertThat(reader().digest(newUser(), DAY)).isEqualTo(NOTHING);
    }

    private TaskId task(@Nullable TaskTime due) {
        var task = made(due);
        add(task);
        return task.id();
    }

    private Task made(@Nullable TaskTime due) {
        return Task.create(
                new TaskId(UUID.randomUUID()),
                ann,
                TaskContent.titled(new TaskTitle("Write")).withTimes(null, due, null),
                new SeriesId(UUID.randomUUID()),
                1,
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    private static TaskTime day(String date) {
        return new TaskTime.AllDay(LocalDate.parse(date));
    }

    private static TaskTime time(String local) {
        return new TaskTime.Zoned(LocalDateTime.parse(local), AUCKLAND);
    }
}
