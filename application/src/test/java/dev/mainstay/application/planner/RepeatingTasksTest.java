package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.planner.CompleteTask.Completed;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskCompleted;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskCreated;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatingTasksTest {

    private final UserId owner = new UserId(new UUID(7, 7));
    private final TestClock clock = TestClock.at("2026-03-01T20:00:00Z");
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTasks tasks = new InMemoryTasks(transactions);
    private final List<DomainEvent> events = new ArrayList<>();
    private final Writes writes = new Writes(
            transactions,
            new ViewCatalogue(TaskViews.all()),
            keys -> () -> {},
            List.of((event, more) -> events.add(event)),
            List.of());
    private final Ids ids = new SequentialIds();
    private final Recurrences rules = new SimpleRecurrences();
    private final CreateTask create = new CreateTask(writes, tasks, rules, ids, clock);
    private final CompleteTask complete =
            new CompleteTask(writes, tasks, rules, user -> ZoneId.of("Pacific/Auckland"), ids, clock);
    private final ReopenTask reopen =
            new ReopenTask(writes, tasks, rules, user -> ZoneId.of("Pacific/Auckland"), clock);
    private final DeleteTask delete = new DeleteTask(writes, tasks, clock);

    @Test
    void completing_makes_the_next_occurrence_with_all_times_moved_alike() {
        var task = repeating("FREQ=WEEKLY", RepeatMode.FIXED, berlin("2026-03-23T09:00"), berlin("2026-03-24T18:00"));
        var done = complete(task, null);
        var next = done.next().orElseThrow();

        assertThat(done.task().done()).isTrue();
        assertThat(next.content().start()).isEqualTo(berlin("2026-03-30T09:00"));
        assertThat(next.content().due()).isEqualTo(berlin("2026-03-31T18:00"));
        assertThat(events.stream().filter(TaskCompleted.class::isInstance)).hasSize(1);
        assertThat(events.stream().filter(TaskCreated.class::isInstance)).hasSize(2);
    }

    @Test
    void completing_twice_is_answered_alike_and_makes_no_second_occurrence() {
        var task = repeating("FREQ=DAILY", RepeatMode.FIXED, null, berlin("2026-03-01T09:00"));
        var first = complete(task, null);
        clock.advance(Duration.ofDays(3));
        var second = complete(task, null);

        assertThat(second).isEqualTo(first);
        assertThat(tasks.tally(owner).count()).isEqualTo(2);
        assertThatExceptionOfType(Stale.class).isThrownBy(() -> complete(task, Version.FIRST));
    }

    @Test
    void after_completion_counts_from_the_day_it_is_done_where_the_owner_is() {
        // In Auckland it is the morning of the 2nd already.
        var task = repeating("FREQ=DAILY;INTERVAL=3", RepeatMode.AFTER_COMPLETION, null, day("2026-02-01"));

        assertThat(complete(task, null).next().orElseThrow().content().due()).isEqualTo(day("2026-03-05"));
    }

    @Test
    void a_series_ends_after_count_occurrences() {
        Task task = repeating("FREQ=DAILY;COUNT=3", RepeatMode.FIXED, null, day("2026-03-01"));
        task = complete(task, null).next().orElseThrow();
        task = complete(task, null).next().orElseThrow();

        assertThat(complete(task, null).next()).isEmpty();
    }

    @Test
    void reopening_takes_an_untouched_next_occurrence_back() {
        var task = repeating("FREQ=DAILY", RepeatMode.FIXED, null, day("2026-03-01"));
        complete(task, null);
        reopen.handle(new ReopenTask.Command(owner, task.id(), null));

        assertThat(tasks.tally(owner).count()).isEqualTo(1);
        assertThat(complete(task, null).next()).isPresent();
        assertThat(tasks.tally(owner).count()).isEqualTo(2);
    }

    @Test
    void reopening_leaves_a_next_occurrence_that_somebody_touched_and_completing_again_makes_no_other() {
        var task = repeating("FREQ=DAILY", RepeatMode.FIXED, null, day("2026-03-01"));
        var next = complete(task, null).next().orElseThrow();
        complete(next, null);
        reopen.handle(new ReopenTask.Command(owner, task.id(), null));
        int before = tasks.tally(owner).count();

        assertThat(complete(task, null).next().map(Task::id)).hasValue(next.id());
        assertThat(tasks.tally(owner).count()).isEqualTo(before);
    }

    @Test
    void a_deleted_task_cannot_be_completed() {
        var task = repeating("FREQ=DAILY", RepeatMode.FIXED, null, day("2026-03-01"));
        delete.handle(new DeleteTask.Command(owner, task.id(), null));

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> complete(task, null));
    }

    private Completed complete(Task task, @Nullable Version expected) {
        return complete.handle(
                new CompleteTask.Command(owner, new TaskId(task.id().value()), expected));
    }

    private Task repeating(String rule, RepeatMode mode, @Nullable TaskTime start, TaskTime due) {
        var content = TaskContent.titled(new TaskTitle("water"))
                .withTimes(start, due, null)
                .withRecurrence(new Recurrence(rule, mode, List.of()));
        return create.handle(new CreateTask.Command(owner, content));
    }

    private static TaskTime berlin(String local) {
        return TaskTime.zoned(LocalDateTime.parse(local), "Europe/Berlin");
    }

    private static TaskTime day(String date) {
        return new TaskTime.AllDay(LocalDate.parse(date));
    }
}
