package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.planner.TaskFilter.State;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every store of tasks lists them: orders, pages, filters and facets. */
public abstract class TaskReaderContract extends TaskStore {

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
}
