package dev.mainstay.application.planner;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskPatch;
import dev.mainstay.domain.planner.TaskRevised;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes some of what a task says. A patch that changes nothing stores nothing and keeps the version. */
public final class ReviseTask {

    private final Writes writes;
    private final Tasks tasks;
    private final Recurrences recurrences;
    private final Ids ids;
    private final InstantSource clock;

    public ReviseTask(Writes writes, Tasks tasks, Recurrences recurrences, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.tasks = tasks;
        this.recurrences = recurrences;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to change.
     *
     * @param expected null to change whatever version there is
     */
    public record Command(
            UserId owner, TaskId task, @Nullable Version expected, TaskPatch patch) {}

    public Task handle(Command command) {
        return writes.run(events -> {
            var task = tasks.lock(command.task(), command.owner()).expect(command.expected());
            var content = TaskRules.canonical(command.patch().on(task.content()), recurrences);
            var revised = task.revise(content, new SeriesId(ids.next()), clock.instant());
            if (!revised.equals(task)) {
                tasks.replaceAll(List.of(revised));
                events.raise(new TaskRevised(task.owner(), task.id()));
            }
            return revised;
        });
    }
}
