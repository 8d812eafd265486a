package dev.mainstay.application.planner;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskPatch;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Unavailable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out up to {@value #MOST} operations in order, each in a transaction of its own: one that is refused keeps no other from
 * being done, and one that is done stays done. Only an outage ends it early.
 */
public final class BulkTasks {

    public static final int MOST = 200;

    private final CompleteTask complete;
    private final ReopenTask reopen;
    private final DeleteTask delete;
    private final ReviseTask revise;

    public BulkTasks(CompleteTask complete, ReopenTask reopen, DeleteTask delete, ReviseTask revise) {
        this.complete = complete;
        this.reopen = reopen;
        this.delete = delete;
        this.revise = revise;
    }

    /** What to do, in order. */
    public record Command(UserId owner, List<Operation> operations) {
        public Command {
            operations = List.copyOf(operations);
            if (operations.isEmpty() || operations.size() > MOST) {
                throw new Invalid("operations", "out_of_range", "must be 1 to " + MOST + ", were " + operations.size());
            }
        }
    }

    /** One thing to do with one task. */
    public sealed interface Operation {
        TaskId task();

        /** Null for whatever version there is. */
        @Nullable
        Version expected();

        /** As {@link CompleteTask}. */
        record Complete(TaskId task, @Nullable Version expected) implements Operation {}

        /** As {@link ReopenTask}. */
        record Reopen(TaskId task, @Nullable Version expected) implements Operation {}

        /** As {@link DeleteTask}. */
        record Delete(TaskId task, @Nullable Version expected) implements Operation {}

        /** As {@link ReviseTask}. */
        record Patch(TaskId task, @Nullable Version expected, TaskPatch patch) implements Operation {}

        /** Could not be understood; it is refused in its turn. */
        record Refused(TaskId task, @Nullable Version expected, Invalid why) implements Operation {}
    }

    /** What became of an operation. */
    public sealed interface Result {
        TaskId task();

        /**
         * It was done.
         *
         * @param next the next occurrence, if a task that repeats was completed
         */
        record Done(Task changed, Optional<Task> next) implements Result {
            @Override
            public TaskId task() {
                return changed.id();
            }
        }

        /** It was refused and changed nothing. */
        record Refused(TaskId task, Refusal why) implements Result {}
    }

    public List<Result> handle(Command command) {
        return command.operations().stream()
                .map(operation -> attempt(command.owner(), operation))
                .toList();
    }

    private Result attempt(UserId owner, Operation operation) {
        try {
            return carryOut(owner, operation);
        } catch (Unavailable outage) {
            throw outage;
        } catch (Refusal refused) {
            return new Result.Refused(operation.task(), refused);
        }
    }

    private Result carryOut(UserId owner, Operation operation) {
        return switch (operation) {
            case Operation.Complete(TaskId task, Version expected) -> {
                var completed = complete.handle(new CompleteTask.Command(owner, task, expected));
                yield new Result.Done(completed.task(), completed.next());
            }
            case Operation.Reopen(TaskId task, Version expected) ->
                done(reopen.handle(new ReopenTask.Command(owner, task, expected)));
            case Operation.Delete(TaskId task, Version expected) ->
                done(delete.handle(new DeleteTask.Command(owner, task, expected)));
            case Operation.Patch(TaskId task, Version expected, TaskPatch patch) ->
                done(revise.handle(new ReviseTask.Command(owner, task, expected, patch)));
            case Operation.Refused refused -> new Result.Refused(refused.task(), refused.why());
        };
    }

    private static Result done(Task task) {
        return new Result.Done(task, Optional.empty());
    }
}
