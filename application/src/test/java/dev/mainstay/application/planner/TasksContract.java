package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every store of tasks does when tasks are written, one by one. */
public abstract class TasksContract extends TaskStore {

    @Test
    void a_task_comes_back_as_it_was_stored() {
        var owner = newUser();
        var content = new TaskContent(
                new TaskTitle("Pay the rent 🏠"),
                new TaskNotes("by\n\ttransfer"),
                Labels.of("home", "Geld, jeden Monat"),
                new ProjectName("Flat"),
                Priority.HIGH,
                new TaskTime.AllDay(LocalDate.parse("2026-03-01")),
                TaskTime.zoned(LocalDateTime.parse("2026-03-29T02:30"), "Europe/Berlin"),
                TaskTime.zoned(LocalDateTime.parse("2026-10-25T02:30"), "UTC"),
                new Recurrence(
                        "FREQ=MONTHLY", RepeatMode.AFTER_COMPLETION, List.of(LocalDateTime.parse("2026-04-01T00:00"))));
        var task = add(owner, content);

        assertThat(tasks().get(task.id(), owner)).isEqualTo(task);
        var changed = task.complete(NOON.plusSeconds(5)).delete(NOON.plusSeconds(6));
        assertThatExceptionOfType(Stale.class).isThrownBy(() -> replace(changed));
        var done = task.complete(NOON.plusSeconds(5));
        replace(done);
        replace(done.delete(NOON.plusSeconds(6)));
        assertThat(tasks().get(task.id(), owner)).isEqualTo(changed);
    }

    @Test
    void another_s_task_is_not_found() {
        var task = add(newUser(), titled("mine"));
        var stranger = newUser();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks().get(task.id(), stranger));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> inTransaction(() -> tasks().lock(task.id(), stranger)));
        assertThat(inTransaction(() -> tasks().lockByUid(stranger, List.of(task.uid()))))
                .isEmpty();
    }

    @Test
    void a_write_outside_a_transaction_is_a_bug() {
        var task = task(newUser(), titled("x"), NOON);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> tasks().addAll(List.of(task)));
    }

    @Test
    void an_old_version_overwrites_nothing() {
        var owner = newUser();
        var task = add(owner, titled("x"));
        replace(task.complete(NOON));

        assertThatExceptionOfType(Stale.class).isThrownBy(() -> replace(task.move(7)));
        assertThat(tasks().get(task.id(), owner).done()).isTrue();
    }

    @Test
    void an_occurrence_of_a_series_is_added_once() {
        var owner = newUser();
        var task = add(owner, daily("x"));
        var next = task.successor(newId(), LocalDateTime.parse("2026-03-02T09:00"), 2, NOON);
        var other = task.successor(newId(), LocalDateTime.parse("2026-03-02T09:00"), 2, NOON);

        assertThat(inTransaction(() -> tasks().addIfNew(next))).isTrue();
        assertThat(inTransaction(() -> tasks().addIfNew(other))).isFalse();
        assertThat(inTransaction(() -> tasks().lock(occurrence(next)))).hasValue(next);
    }

    @Test
    void what_is_removed_is_gone() {
        var owner = newUser();
        var task = add(owner, titled("x"));
        inTransaction(() -> {
            tasks().remove(task.id());
            return true;
        });

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> tasks().get(task.id(), owner));
    }

    @Test
    void neighbours_are_those_in_the_owner_s_order() {
        var owner = newUser();
        var first = add(owner, titled("1"), 10);
        var second = add(owner, titled("2"), 20);
        var third = add(owner, titled("3"), 30);
        add(newUser(), titled("another's"), 15);
        replace(add(owner, titled("deleted"), 25).delete(NOON));
        var nobody = newId();

        assertThat(tasks().neighbour(first, Tasks.Side.AFTER, nobody)).hasValue(20);
        assertThat(tasks().neighbour(first, Tasks.Side.AFTER, second.id())).hasValue(30);
        assertThat(tasks().neighbour(third, Tasks.Side.BEFORE, nobody)).hasValue(20);
        assertThat(tasks().neighbour(first, Tasks.Side.BEFORE, nobody)).isEmpty();
        assertThat(tasks().neighbour(third, Tasks.Side.AFTER, nobody)).isEmpty();
    }

    @Test
    void what_is_appended_stands_behind_all_others_as_long_as_there_is_room() {
        var owner = newUser();
        replace(add(owner, titled("deleted"), 300).delete(NOON));
        add(newUser(), titled("another's"), 5_000);
        var brought = task(owner, titled("new"), NOON);

        var added = inTransaction(() -> tasks().append(brought, 100, 2)).orElseThrow();
        var tooMany = inTransaction(() -> tasks().append(task(owner, titled("one more"), NOON), 100, 2));

        assertThat(added.position()).isEqualTo(400);
        assertThat(tasks().get(brought.id(), owner)).isEqualTo(added);
        assertThat(tooMany).isEmpty();
        assertThat(tasks().tally(owner)).isEqualTo(new Tasks.Tally(2, 400));
    }

    @Test
    void an_owner_s_first_task_is_appended_to_nothing() {
        var task = task(newUser(), titled("first"), NOON);

        assertThat(inTransaction(() -> tasks().append(task, 100, 1)))
                .hasValueSatisfying(added -> assertThat(added.position()).isEqualTo(100));
    }

    @Test
    void spreading_keeps_the_order_and_the_versions() {
        var owner = newUser();
        var third = add(owner, titled("3"), 3);
        var first = add(owner, titled("1"), 1);
        var second = add(owner, titled("2"), 2);
        inTransaction(() -> {
            tasks().spread(owner, 100);
            return true;
        });

        assertThat(all(owner, TaskOrder.MANUAL))
                .extracting(Task::id)
                .containsExactly(first.id(), second.id(), third.id());
        assertThat(all(owner, TaskOrder.MANUAL)).extracting(Task::position).containsExactly(100L, 200L, 300L);
        assertThat(tasks().get(third.id(), owner).version()).isEqualTo(third.version());
        assertThat(tasks().tally(owner)).isEqualTo(new Tasks.Tally(3, 300));
    }

    @Test
    void only_what_was_deleted_long_ago_is_purged() {
        var owner = newUser();
        var present = add(owner, titled("present"));
        var late = add(owner, titled("late"));
        var early = add(owner, titled("early"));
        replace(early.delete(NOON));
        replace(late.delete(NOON.plus(Duration.ofDays(2))));

        assertThat(inTransaction(() -> tasks().purge(NOON.plus(Duration.ofDays(1)), 10)))
                .isEqualTo(1);
        assertThat(tasks().tally(owner).count()).isEqualTo(2);
        assertThat(tasks().get(present.id(), owner)).isEqualTo(present);
    }

    private static Occurrence occurrence(Task task) {
        return Objects.requireNonNull(task.occurrence());
    }
}
