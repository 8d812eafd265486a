package dev.mainstay.application.planner;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lists what the tasks in memory are, as a database would. */
final class InMemoryTaskLists {

    private InMemoryTaskLists() {}

    static Page<Task> page(Stream<Task> tasks, TaskFilter filter, TaskOrder order, PageRequest page) {
        Cursor after = page.after();
        if (after != null && !after.order().equals(order.name())) {
            throw new Invalid("cursor", "other_order", "is of another order");
        }
        Comparator<Cursor> byPlace = byPlace(order);
        var found = tasks.filter(task -> passes(task, filter))
                .filter(task -> after == null || byPlace.compare(order.cursor(task), after) > 0)
                .sorted(Comparator.comparing(order::cursor, byPlace))
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(found, page.limit(), order::cursor);
    }

    /** No value comes last, whichever way. */
    private static Comparator<Cursor> byPlace(TaskOrder order) {
        Comparator<Cursor> values =
                (a, b) -> compare(order.by(), a.values().get(0), b.values().get(0));
        Comparator<Cursor> ids = Comparator.comparing(cursor -> cursor.values().get(1));
        Comparator<Cursor> all = values.thenComparing(ids);
        Comparator<Cursor> missing =
                Comparator.comparing(cursor -> cursor.values().get(0).isEmpty());
        return missing.thenComparing(order.descending() ? all.reversed() : all);
    }

    private static int compare(TaskOrder.Key key, String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        return switch (key) {
            case MANUAL, PRIORITY -> new BigDecimal(a).compareTo(new BigDecimal(b));
            case DUE, CREATED -> Instant.parse(a).compareTo(Instant.parse(b));
            case TITLE ->
                Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
        };
    }

    private static boolean passes(Task task, TaskFilter filter) {
        var content = task.content();
        var due = content.due();
        return task.deleted() == filter.deleted()
                && switch (filter.state()) {
                    case ALL -> true;
                    case OPEN -> !task.done();
                    case DONE -> task.done();
                }
                && (filter.dueFrom() == null || (due != null && !due.instant().isBefore(filter.dueFrom())))
                && (filter.dueBefore() == null || (due != null && due.instant().isBefore(filter.dueBefore())))
                && (filter.label() == null || content.labels().values().contains(new Label(filter.label())))
                && (filter.project() == null
                        || (content.project() != null
                                && content.project().value().equals(filter.project())))
                && (filter.priorities().isEmpty() || filter.priorities().contains(content.priority()))
                && (filter.text() == null || says(task, filter.text().toLowerCase(Locale.ROOT)));
    }

    private static boolean says(Task task, String text) {
        return TaskOrder.titleKey(task).contains(text)
                || task.content().notes().value().toLowerCase(Locale.ROOT).contains(text);
    }

    /** Of tasks that are not deleted. */
    static TaskFacets facets(List<Task> present) {
        var projects = new TreeMap<String, List<Task>>();
        var labels = new TreeMap<String, List<Task>>();
        for (Task task : present) {
            var project = task.content().project();
            if (project != null) {
                projects.computeIfAbsent(project.value(), name -> new ArrayList<>())
                        .add(task);
            }
            for (Label label : task.content().labels().values()) {
                labels.computeIfAbsent(label.value(), name -> new ArrayList<>()).add(task);
            }
        }
        return new TaskFacets(open(present), present.size() - open(present), named(projects), named(labels));
    }

    private static List<TaskFacets.Named> named(Map<String, List<Task>> tasks) {
        return tasks.entrySet().stream()
                .map(each -> new TaskFacets.Named(
                        each.getKey(), open(each.getValue()), each.getValue().size() - open(each.getValue())))
                .toList();
    }

    private static int open(List<Task> tasks) {
        return (int) tasks.stream().filter(task -> !task.done()).count();
    }
}
