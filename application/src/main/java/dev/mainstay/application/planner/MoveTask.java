package dev.mainstay.application.planner;

import dev.mainstay.application.planner.Tasks.Side;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskRevised;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts a task next to another in its owner's own order: half-way into the gap, and if there is none left, all are spread anew. */
public final class MoveTask {

    private final Writes writes;
    private final Tasks tasks;

    public MoveTask(Writes writes, Tasks tasks) {
        this.writes = writes;
        this.tasks = tasks;
    }

    /**
     * What to move where.
     *
     * @param expected null to move whatever version there is
     * @param side where the task comes to stand, seen from the other
     */
    public record Command(
            UserId owner, TaskId task, @Nullable Version expected, Side side, TaskId other) {
        public Command {
            if (task.equals(other)) {
                throw new Invalid(side == Side.BEFORE ? "before" : "after", "itself", "must be another task");
            }
        }
    }

    public Task handle(Command command) {
        return writes.run(events -> {
            tasks.takeTurns(command.owner());
            var task = tasks.lock(command.task(), command.owner()).expect(command.expected());
            var moved = task.move(position(command));
            tasks.replaceAll(List.of(moved));
            events.raise(new TaskRevised(task.owner(), task.id()));
            return moved;
        });
    }

    private long position(Command command) {
        return gap(command).orElseGet(() -> {
            tasks.spread(command.owner(), TaskRules.GAP);
            return gap(command).orElseThrow(() -> new IllegalStateException("no gap between tasks that were spread"));
        });
    }

    /** A position between the other task and its neighbour; empty if there is none. */
    private OptionalLong gap(Command command) {
        var other = tasks.get(command.other(), command.owner());
        if (other.deleted()) {
            throw new Conflict("task_deleted", "The task to move to is deleted; restore it first.");
        }
        boolean after = command.side() == Side.AFTER;
        long beyond = tasks.neighbour(other, command.side(), command.task())
                .orElse(other.position() + (after ? 2 : -2) * TaskRules.GAP);
        long low = Math.min(other.position(), beyond);
        long high = Math.max(other.position(), beyond);
        return high - low < 2 ? OptionalLong.empty() : OptionalLong.of(low + (high - low) / 2);
    }
}
