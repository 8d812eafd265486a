package dev.mainstay.application.planner;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Conflict;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What several use cases of tasks must keep to. */
final class TaskRules {

    /** More than anybody has, and few enough to sort and export in one go. */
    static final int MOST_TASKS = 50_000;

    /** Between the positions of two tasks that come one after the other, room for twenty moves into the same gap. */
    static final long GAP = 1L << 20;

    private TaskRules() {}

    static Conflict tooMany() {
        return new Conflict(
                "too_many_tasks",
                "There are %,d tasks, which is the most; delete some (deleted ones count for %d days)."
                        .formatted(MOST_TASKS, Task.RESTORABLE.toDays()));
    }

    /** The content with its rule as it is stored. */
    static TaskContent canonical(TaskContent content, Recurrences recurrences) {
        Recurrence recurrence = content.recurrence();
        if (recurrence == null) {
            return content;
        }
        String rule = recurrences.canonical(recurrence.rule(), content.anchor().orElseThrow());
        return content.withRecurrence(new Recurrence(rule, recurrence.mode(), recurrence.except()));
    }

    /**
     * What follows a task that is done.
     *
     * @param zones where owners are, for tasks that do not say themselves which day it is
     */
    static Optional<Recurrences.Next> next(Task done, Recurrences recurrences, UserZones zones) {
        Recurrence recurrence = done.content().recurrence();
        if (recurrence == null || done.occurrence() == null) {
            return Optional.empty();
        }
        TaskTime anchor = done.content().anchor().orElseThrow();
        TaskTime from = recurrence.mode() == RepeatMode.FIXED
                ? anchor
                : anchor.at(completion(done, recurrence, anchor, zoneOf(done, zones)));
        return recurrences.next(recurrence, from, done.occurrence().number());
    }

    /** The day on which it was done at the time of day it is meant for; hourly rules count from the very moment. */
    private static LocalDateTime completion(Task done, Recurrence recurrence, TaskTime anchor, ZoneId zone) {
        LocalDateTime at = LocalDateTime.ofInstant(Objects.requireNonNull(done.doneAt(), "done"), zone);
        return recurrence.hourly() ? at : at.toLocalDate().atTime(anchor.local().toLocalTime());
    }

    private static ZoneId zoneOf(Task done, UserZones zones) {
        var content = done.content();
        return Stream.of(
                        Optional.ofNullable(content.start()),
                        Optional.ofNullable(content.due()),
                        Optional.ofNullable(content.remind()))
                .flatMap(Optional::stream)
                .filter(TaskTime.Zoned.class::isInstance)
                .map(time -> ((TaskTime.Zoned) time).zone())
                .findFirst()
                .orElseGet(() -> zones.of(done.owner()));
    }
}
