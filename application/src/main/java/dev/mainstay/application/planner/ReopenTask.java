package dev.mainstay.application.planner;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskDeleted;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskReopened;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Undoes the completion of a task. The next occurrence that the completion made goes away again if nobody has touched it;
 * otherwise it stays, and completing the task once more makes no second one.
 */
public final class ReopenTask {

    private final Writes writes;
    private final Tasks tasks;
    private final Recurrences recurrences;
    private final UserZones zones;
    private final InstantSource clock;

    public ReopenTask(Writes writes, Tasks tasks, Recurrences recurrences, UserZones zones, InstantSource clock) {
        this.writes = writes;
        this.tasks = tasks;
        this.recurrences = recurrences;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * What to reopen.
     *
     * @param expected null to reopen whatever version there is
     */
    public record Command(
            UserId owner, TaskId task, @Nullable Version expected) {}

    public Task handle(Command command) {
        return writes.run(events -> {
            var task = tasks.lock(command.task(), command.owner()).expect(command.expected());
            var reopened = task.reopen(clock.instant());
            if (reopened.equals(task)) {
                return task;
            }
            TaskRules.next(task, recurrences, zones)
                    .flatMap(place -> tasks.lock(new Occurrence(
                            Objects.requireNonNull(task.occurrence()).series(), place.number())))
                    .filter(Task::untouched)
                    .ifPresent(next -> {
                        tasks.remove(next.id());
                        events.raise(new TaskDeleted(next.owner(), next.id()));
                    });
            tasks.replaceAll(List.of(reopened));
            events.raise(new TaskReopened(task.owner(), task.id()));
            return reopened;
        });
    }
}
