package dev.mainstay.application.planner;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskCreated;
import dev.mainstay.domain.planner.TaskId;
import java.time.InstantSource;

/** Adds a task at the end of its owner's own order. */
public final class CreateTask {

    private final Writes writes;
    private final Tasks tasks;
    private final Recurrences recurrences;
    private final Ids ids;
    private final InstantSource clock;

    public CreateTask(Writes writes, Tasks tasks, Recurrences recurrences, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.tasks = tasks;
        this.recurrences = recurrences;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(UserId owner, TaskContent content) {}

    public Task handle(Command command) {
        var content = TaskRules.canonical(command.content(), recurrences);
        return writes.run(events -> {
            var created = Task.create(
                    new TaskId(ids.next()), command.owner(), content, new SeriesId(ids.next()), 0, clock.instant());
            var task =
                    tasks.append(created, TaskRules.GAP, TaskRules.MOST_TASKS).orElseThrow(TaskRules::tooMany);
            events.raise(new TaskCreated(task.owner(), task.id()));
            return task;
        });
    }
}
