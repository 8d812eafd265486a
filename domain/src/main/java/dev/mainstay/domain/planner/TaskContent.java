package dev.mainstay.domain.planner;

import dev.mainstay.domain.refusal.Invalid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What its owner says about a task (P1). */
public record TaskContent(
        TaskTitle title,
        TaskNotes notes,
        Labels labels,
        @Nullable ProjectName project,
        Priority priority,
        @Nullable TaskTime start,
        @Nullable TaskTime due,
        @Nullable TaskTime remind,
        @Nullable Recurrence recurrence) {

    public TaskContent {
        if (recurrence != null && start == null && due == null) {
            throw new Invalid("recurrence", "nothing_to_repeat_from", "needs a start or a due time to repeat from");
        }
        if (start != null
                && due != null
                && start.getClass() == due.getClass()
                && due.instant().isBefore(start.instant())) {
            throw new Invalid("due", "before_start", "must not be before the start");
        }
    }

    public static TaskContent titled(TaskTitle title) {
        return new TaskContent(title, TaskNotes.NONE, Labels.NONE, null, Priority.NONE, null, null, null, null);
    }

    /** The time that the recurrence rule is applied to: the start, as DTSTART in RFC 5545, or else the due time. */
    public Optional<TaskTime> anchor() {
        return Optional.ofNullable(start != null ? start : due);
    }

    public TaskContent withTimes(@Nullable TaskTime newStart, @Nullable TaskTime newDue, @Nullable TaskTime newRemind) {
        return new TaskContent(title, notes, labels, project, priority, newStart, newDue, newRemind, recurrence);
    }

    public TaskContent withRecurrence(Recurrence newRecurrence) {
        return new TaskContent(title, notes, labels, project, priority, start, due, remind, newRecurrence);
    }
}
