package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.planner.TaskFilter.State;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of tasks does. */
public abstract class TasksContract {

    protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AtomicLong IDS = new AtomicLong();

    protected abstract Transactions transactions();

    protected abstract Tasks tasks();

    protected abstract TaskReader reader();

    /** A user that the store has not seen yet. */
    protected abstract UserId newUser();

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

    @Test
    void pages_of_every_order_hold_each_task_once_in_order() {
        var owner = newUser();
        var all = someTasks(owner);
        for (TaskOrder.Key key : TaskOrder.Key.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                var order = new TaskOrder(key, descending);
                var whole = all(owner, order);
                assertThat(whole).as(order.name()).containsExactlyInAnyOrderElementsOf(all);
                for (int limit : new int[] {1, 2, 5}) {
                    assertThat(inPages(owner, order, limit))
                            .as("%s by %d", order.name(), limit)
                            .isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void tasks_without_a_due_time_come_last_whichever_way() {
        var owner = newUser();
        someTasks(owner);

        for (boolean descending : new boolean[] {false, true}) {
            var due = all(owner, new TaskOrder(TaskOrder.Key.DUE, descending)).stream()
                    .map(task -> task.content().due())
                    .toList();
            assertThat(due.subList(due.size() - 3, due.size())).containsOnlyNulls();
            assertThat(due.subList(0, due.size() - 3)).doesNotContainNull();
        }
    }

    @Test
    void titles_are_sorted_regardless_of_case() {
        var owner = newUser();
        List.of("b", "C", "a", "Ä", "z", "🏠").forEach(title -> add(owner, titled(title)));

        assertThat(all(owner, new TaskOrder(TaskOrder.Key.TITLE, false)))
                .extracting(task -> task.content().title().value())
                .containsExactly("a", "b", "C", "z", "Ä", "🏠");
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        var owner = newUser();
        someTasks(owner);
        var next = reader().list(owner, TaskFilter.ALL, TaskOrder.MANUAL, new PageRequest(1, null))
                .next();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> reader().list(
                                owner,
                                TaskFilter.ALL,
                                new TaskOrder(TaskOrder.Key.DUE, false),
                                new PageRequest(1, next)));
    }

    @Test
    void filters_hold_together() {
        var owner = newUser();
        add(newUser(), titled("100% another's"));
        add(owner, titled("100% wool"));
        add(owner, titled("100 sheep"));
        var done = add(owner, titled("done"));
        replace(done.complete(NOON));
        replace(add(owner, titled("deleted")).delete(NOON));
        add(owner, full("labelled", "home", "Flat", Priority.HIGH, day("2026-03-05"), "with NOTES"));
        add(owner, full("other", "homework", "Flat mate", Priority.LOW, day("2026-03-06"), ""));

        assertThat(titles(owner, TaskFilter.state(State.DONE))).containsExactly("done");
        assertThat(titles(owner, TaskFilter.state(State.OPEN))).hasSize(4);
        assertThat(titles(owner, filter(true, null, null, null, null, null, Set.of())))
                .containsExactly("deleted");
        assertThat(titles(owner, filter(false, "0%", null, null, null, null, Set.of())))
                .containsExactly("100% wool");
        assertThat(titles(owner, filter(false, "notes", null, null, null, null, Set.of())))
                .containsExactly("labelled");
        assertThat(titles(owner, filter(false, null, "home", null, null, null, Set.of())))
                .containsExactly("labelled");
        assertThat(titles(owner, filter(false, null, null, "Flat", null, null, Set.of())))
                .containsExactly("labelled");
        assertThat(titles(owner, filter(false, null, null, null, "2026-03-06", null, Set.of())))
                .containsExactly("other");
        assertThat(titles(owner, filter(false, null, null, null, "2026-03-05", "2026-03-06", Set.of())))
                .containsExactly("labelled");
        assertThat(titles(owner, filter(false, null, null, null, null, null, Set.of(Priority.LOW, Priority.HIGH))))
                .containsExactly("labelled", "other");
        assertThat(titles(owner, filter(false, "l", "home", "Flat", null, null, Set.of(Priority.LOW))))
                .isEmpty();
    }

    @Test
    void facets_count_what_is_not_deleted() {
        var owner = newUser();
        add(owner, full("1", "home", "Flat", Priority.NONE, null, ""));
        replace(add(owner, full("2", "home", "Flat", Priority.NONE, null, "")).complete(NOON));
        replace(add(owner, full("3", "gone", "Gone", Priority.NONE, null, "")).delete(NOON));
        add(owner, full("4", "Away", "Trip", Priority.NONE, null, ""));

        assertThat(reader().facets(owner))
                .isEqualTo(new TaskFacets(
                        2,
                        1,
                        List.of(new TaskFacets.Named("Flat", 1, 1), new TaskFacets.Named("Trip", 1, 0)),
                        List.of(new TaskFacets.Named("Away", 1, 0), new TaskFacets.Named("home", 1, 1))));
        assertThat(reader().facets(newUser())).isEqualTo(new TaskFacets(0, 0, List.of(), List.of()));
    }

    private List<Task> someTasks(UserId owner) {
        var all = new ArrayList<Task>();
        for (int i = 0; i < 3; i++) {
            all.add(add(owner, full("same", "l", "p", Priority.MEDIUM, null, ""), 5));
            all.add(add(owner, full("same", "l", "p", Priority.MEDIUM, day("2026-03-01"), ""), 5));
            all.add(add(owner, full("T" + i, "l", "p", Priority.NONE, day("2026-03-0" + (3 - i)), ""), -i));
            all.add(add(
                    owner,
                    full(
                            "t" + (9 - i),
                            "l",
                            "p",
                            Priority.HIGH,
                            TaskTime.zoned(LocalDateTime.parse("2026-03-02T10:00:0" + i), "Europe/Berlin"),
                            ""),
                    100 + i));
        }
        return all;
    }

    private List<Task> inPages(UserId owner, TaskOrder order, int limit) {
        var all = new ArrayList<Task>();
        Page<Task> page = reader().list(owner, TaskFilter.ALL, order, new PageRequest(limit, null));
        all.addAll(page.items());
        while (page.next() != null) {
            page = reader().list(owner, TaskFilter.ALL, order, new PageRequest(limit, page.next()));
            all.addAll(page.items());
        }
        return all;
    }

    private List<Task> all(UserId owner, TaskOrder order) {
        return reader().list(owner, TaskFilter.ALL, order, new PageRequest(200, null))
                .items();
    }

    private List<String> titles(UserId owner, TaskFilter filter) {
        return reader().list(owner, filter, TaskOrder.MANUAL, new PageRequest(200, null)).items().stream()
                .map(task -> task.content().title().value())
                .toList();
    }

    private static TaskFilter filter(
            boolean deleted,
            @Nullable String text,
            @Nullable String label,
            @Nullable String project,
            @Nullable String from,
            @Nullable String before,
            Set<Priority> priorities) {
        return new TaskFilter(State.ALL, deleted, midnight(from), midnight(before), label, project, priorities, text);
    }

    private static @Nullable Instant midnight(@Nullable String date) {
        return date == null ? null : Instant.parse(date + "T00:00:00Z");
    }

    protected static TaskTime day(String date) {
        return new TaskTime.AllDay(LocalDate.parse(date));
    }

    protected static TaskContent titled(String title) {
        return TaskContent.titled(new TaskTitle(title));
    }

    protected static TaskContent daily(String title) {
        return titled(title)
                .withTimes(null, TaskTime.zoned(LocalDateTime.parse("2026-03-01T09:00"), "Europe/Berlin"), null)
                .withRecurrence(new Recurrence("FREQ=DAILY", RepeatMode.FIXED, List.of()));
    }

    private static TaskContent full(
            String title, String label, String project, Priority priority, @Nullable TaskTime due, String notes) {
        return new TaskContent(
                new TaskTitle(title),
                new TaskNotes(notes),
                Labels.of(label),
                new ProjectName(project),
                priority,
                null,
                due,
                null,
                null);
    }

    private static Occurrence occurrence(Task task) {
        return Objects.requireNonNull(task.occurrence());
    }

    protected static TaskId newId() {
        return new TaskId(new UUID(0x0000_0190_0000_7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet()));
    }

    private static Task task(UserId owner, TaskContent content, Instant at) {
        return Task.create(newId(), owner, content, new SeriesId(newId().value()), IDS.get(), at);
    }

    protected final Task add(UserId owner, TaskContent content) {
        var task = task(owner, content, NOON.plusMillis(IDS.get() / 3));
        return inTransaction(() -> {
            tasks().addAll(List.of(task));
            return task;
        });
    }

    private Task add(UserId owner, TaskContent content, long position) {
        var task = Task.create(newId(), owner, content, new SeriesId(newId().value()), position, NOON);
        return inTransaction(() -> {
            tasks().addAll(List.of(task));
            return task;
        });
    }

    protected final void replace(Task changed) {
        inTransaction(() -> {
            tasks().replaceAll(List.of(changed));
            return true;
        });
    }

    protected final <T> T inTransaction(Supplier<T> work) {
        return transactions().run(work);
    }
}
