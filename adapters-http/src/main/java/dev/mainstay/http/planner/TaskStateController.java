package dev.mainstay.http.planner;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.planner.BulkTasks;
import dev.mainstay.application.planner.CompleteTask;
import dev.mainstay.application.planner.MoveTask;
import dev.mainstay.application.planner.ReopenTask;
import dev.mainstay.application.planner.RestoreTask;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to tasks: done, reopened, restored, moved, one by one or many at once. If-Match is optional here. */
@Controller("/api/v1/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.planner", notEquals = "false")
@Tag(name = "Tasks")
final class TaskStateController {

    private final CompleteTask complete;
    private final ReopenTask reopen;
    private final RestoreTask restore;
    private final MoveTask move;
    private final BulkTasks bulk;

    TaskStateController(CompleteTask complete, ReopenTask reopen, RestoreTask restore, MoveTask move, BulkTasks bulk) {
        this.complete = complete;
        this.reopen = reopen;
        this.restore = restore;
        this.move = move;
        this.bulk = bulk;
    }

    @Post("/{id}/complete")
    @Operation(
            summary = "Complete a task",
            description =
                    "A repeating task gets its next occurrence, once: of two devices that complete it at once, both are "
                            + "answered with the same next occurrence, or, if they send If-Match, the second with 412. Completing "
                            + "what is done changes nothing. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The task, and the next occurrence if there is one.")
    HttpResponse<CompletedTaskJson> completeTask(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        var completed = complete.handle(new CompleteTask.Command(caller.user(), new TaskId(id), optional(ifMatch)));
        return HttpResponse.ok(CompletedTaskJson.from(completed))
                .header(HttpHeaders.ETAG, Etags.of(completed.task().version()));
    }

    @Post("/{id}/reopen")
    @Operation(
            summary = "Reopen a task",
            description =
                    "Undoes a completion. The next occurrence that it made goes away if nobody has changed it; else it "
                            + "stays, and completing the task again makes no second one. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The task.")
    HttpResponse<TaskJson> reopenTask(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return TaskController.ok(
                reopen.handle(new ReopenTask.Command(caller.user(), new TaskId(id), optional(ifMatch))));
    }

    @Post("/{id}/restore")
    @Operation(
            summary = "Restore a deleted task",
            description =
                    "Undoes a deletion of the last 30 days. Restoring what is not deleted changes nothing. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The task.")
    HttpResponse<TaskJson> restoreTask(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return TaskController.ok(
                restore.handle(new RestoreTask.Command(caller.user(), new TaskId(id), optional(ifMatch))));
    }

    @Post("/{id}/move")
    @Operation(
            summary = "Move a task in the caller's own order",
            description = "Right before or right after another task. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The task.")
    HttpResponse<TaskJson> moveTask(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body MoveJson where) {
        return TaskController.ok(move.handle(
                new MoveTask.Command(caller.user(), new TaskId(id), optional(ifMatch), where.side(), where.other())));
    }

    @Post("/bulk")
    @Operation(
            summary = "Change many tasks",
            description =
                    "Up to 200 operations in order, each in a transaction of its own: one that is refused keeps no other "
                            + "from being done, and one that is done stays done. Data: facts.")
    @ApiResponse(responseCode = "200", description = "What became of each operation.")
    BulkResultsJson changeTasks(@Parameter(hidden = true) Caller caller, @Body BulkJson operations) {
        return BulkResultsJson.from(bulk.handle(new BulkTasks.Command(caller.user(), operations.toOperations())));
    }

    private static @Nullable Version optional(@Nullable String ifMatch) {
        return ifMatch == null ? null : Etags.required(ifMatch);
    }
}
