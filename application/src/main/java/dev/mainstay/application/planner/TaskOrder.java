package dev.mainstay.application.planner;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Invalid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The order of a list of tasks; equal ones are told apart by id. */
public record TaskOrder(Key by, boolean descending) {

    /** The owner's own order. */
    public static final TaskOrder MANUAL = new TaskOrder(Key.MANUAL, false);

    /** What is compared. */
    public enum Key {
        MANUAL,
        DUE,
        PRIORITY,
        CREATED,
        TITLE
    }

    /** {@code due} or {@code -due}: as clients write it, and as cursors remember it. */
    public String name() {
        return (descending ? "-" : "") + by.name().toLowerCase(Locale.ROOT);
    }

    public static TaskOrder named(String name) {
        for (Key key : Key.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                var order = new TaskOrder(key, descending);
                if (order.name().equals(name)) {
                    return order;
                }
            }
        }
        throw new Invalid(
                "sort", "unknown", "must be manual, due, priority, created or title, or -due to turn it around");
    }

    /** Where a task stands in this order. */
    public Cursor cursor(Task task) {
        return new Cursor(name(), List.of(value(task), task.id().value().toString()));
    }

    /** The value that is compared, as a cursor carries it; empty for none. */
    public String value(Task task) {
        return switch (by) {
            case MANUAL -> Long.toString(task.position());
            case DUE -> instant(task.content().due());
            case PRIORITY -> Integer.toString(task.content().priority().rank());
            case CREATED -> task.createdAt().toString();
            case TITLE -> titleKey(task);
        };
    }

    /** The title as it is compared: lower case by the rules of no language, by code point. */
    public static String titleKey(Task task) {
        return task.content().title().value().toLowerCase(Locale.ROOT);
    }

    private static String instant(@Nullable TaskTime time) {
        return time == null ? "" : time.instant().toString();
    }
}
