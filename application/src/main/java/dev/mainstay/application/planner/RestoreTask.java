package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskRestored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Undoes the deletion of a task. */
public final class RestoreTask {

    private final Writes writes;
    private final Tasks tasks;

    public RestoreTask(Writes writes, Tasks tasks) {
        this.writes = writes;
        this.tasks = tasks;
    }

    /**
     * What to restore.
     *
     * @param expected null to restore whatever version there is
     */
    public record Command(
            UserId owner, TaskId task, @Nullable Version expected) {}

    public Task handle(Command command) {
        return writes.run(events -> {
            var task = tasks.lock(command.task(), command.owner()).expect(command.expected());
            var restored = task.restore();
            if (!restored.equals(task)) {
                tasks.replaceAll(List.of(restored));
                events.raise(new TaskRestored(task.owner(), task.id()));
            }
            return restored;
        });
    }
}
