package dev.mainstay.application.planner;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskCompleted;
import dev.mainstay.domain.planner.TaskCreated;
import dev.mainstay.domain.planner.TaskId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Does a task, and makes the next occurrence of one that repeats. Two devices that do so at once come one after the other: the
 * first makes the next occurrence; the second finds the task done and gets the same answer, or {@code Stale} if it named the version
 * it had seen.
 */
public final class CompleteTask {

    private final Writes writes;
    private final Tasks tasks;
    private final Recurrences recurrences;
    private final UserZones zones;
    private final Ids ids;
    private final InstantSource clock;

    public CompleteTask(
            Writes writes, Tasks tasks, Recurrences recurrences, UserZones zones, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.tasks = tasks;
        this.recurrences = recurrences;
        this.zones = zones;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to complete.
     *
     * @param expected null to complete whatever version there is
     */
    public record Command(
            UserId owner, TaskId task, @Nullable Version expected) {}

    /**
     * What became of it.
     *
     * @param next the next occurrence, made now or before; empty if there is none
     */
    public record Completed(Task task, Optional<Task> next) {}

    public Completed handle(Command command) {
        return writes.run(events -> {
            Instant now = clock.instant();
            var task = tasks.lock(command.task(), command.owner()).expect(command.expected());
            var done = task.complete(now);
            if (!done.equals(task)) {
                tasks.replaceAll(List.of(done));
                events.raise(new TaskCompleted(done.owner(), done.id(), Objects.requireNonNull(done.doneAt())));
            }
            boolean fresh = !done.equals(task);
            var next = TaskRules.next(done, recurrences, zones);
            return new Completed(done, next.flatMap(place -> follow(done, place, fresh, now, events)));
        });
    }

    private Optional<Task> follow(Task done, Recurrences.Next place, boolean fresh, Instant now, Events events) {
        if (fresh) {
            var next = done.successor(new TaskId(ids.next()), place.local(), place.number(), now);
            if (tasks.addIfNew(next)) {
                events.raise(new TaskCreated(next.owner(), next.id()));
                return Optional.of(next);
            }
        }
        var series = Objects.requireNonNull(done.occurrence()).series();
        return tasks.lock(new Occurrence(series, place.number()));
    }
}
