package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks are wanted; every condition must hold.
 *
 * @param deleted whether the deleted tasks are wanted, instead of the others
 * @param dueFrom the earliest due time; tasks without one do not pass
 * @param dueBefore the due times must be before this; tasks without one do not pass
 * @param priorities one of these; empty for any
 * @param text stands in title or notes, in whatever case
 */
public record TaskFilter(
        State state,
        boolean deleted,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore,
        @Nullable String label,
        @Nullable String project,
        Set<Priority> priorities,
        @Nullable String text) {

    /** All tasks that are not deleted. */
    public static final TaskFilter ALL = new TaskFilter(State.ALL, false, null, null, null, null, Set.of(), null);

    /** All tasks that are deleted and can still be restored. */
    public static final TaskFilter DELETED = new TaskFilter(State.ALL, true, null, null, null, null, Set.of(), null);

    private static final int LONGEST = 200;

    /** Open or done. */
    public enum State {
        ALL,
        OPEN,
        DONE
    }

    public TaskFilter {
        priorities = Set.copyOf(priorities);
        requireText("label", label);
        requireText("project", project);
        requireText("q", text);
    }

    public static TaskFilter state(State state) {
        return new TaskFilter(state, false, null, null, null, null, Set.of(), null);
    }

    /** What the store cannot hold, it cannot be asked for either. */
    private static void requireText(String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        boolean speakable = value.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        if (value.isEmpty() || value.length() > LONGEST || !speakable) {
            throw new Invalid(field, "out_of_range", "must be 1 to " + LONGEST + " characters of text");
        }
    }
}
