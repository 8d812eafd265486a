package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskDeleted;
import dev.mainstay.domain.planner.TaskId;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes a task; it can be restored until {@link PurgeDeletedTasks} forgets it. Deleting an occurrence ends its series. */
public final class DeleteTask {

    private final Writes writes;
    private final Tasks tasks;
    private final InstantSource clock;

    public DeleteTask(Writes writes, Tasks tasks, InstantSource clock) {
        this.writes = writes;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * What to delete.
     *
     * @param expected null to delete whatever version there is
     */
    public record Command(
            UserId owner, TaskId task, @Nullable Version expected) {}

    public Task handle(Command command) {
        return writes.run(events -> {
            var task = tasks.lock(command.task(), command.owner()).expect(command.expected());
            var deleted = task.delete(clock.instant());
            if (!deleted.equals(task)) {
                tasks.replaceAll(List.of(deleted));
                events.raise(new TaskDeleted(task.owner(), task.id()));
            }
            return deleted;
        });
    }
}
