package dev.mainstay.http.planner;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.planner.CreateTask;
import dev.mainstay.application.planner.DeleteTask;
import dev.mainstay.application.planner.ReviseTask;
import dev.mainstay.application.planner.ShowTasks;
import dev.mainstay.application.planner.TaskOrder;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.guard.ServedStale;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks: listing, making, reading, changing and deleting them (P1). */
@Controller("/api/v1/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.planner", notEquals = "false")
@Tag(name = "Tasks")
final class TaskController {

    private final ShowTasks show;
    private final CreateTask create;
    private final ReviseTask revise;
    private final DeleteTask delete;
    private final IdempotentPosts posts;
    private final Cursors cursors;

    TaskController(
            ShowTasks show,
            CreateTask create,
            ReviseTask revise,
            DeleteTask delete,
            IdempotentPosts posts,
            Cursors cursors) {
        this.show = show;
        this.create = create;
        this.revise = revise;
        this.delete = delete;
        this.posts = posts;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            summary = "List tasks",
            description =
                    "The caller's tasks that pass every filter, a page at a time. Tasks without a due time come last, "
                            + "whichever way the list is sorted by it. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of tasks.")
    PageJson<TaskJson> listTasks(
            @Parameter(hidden = true) Caller caller,
            @RequestBean TaskQuery query,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description =
                                    "manual (the caller's own order), due, priority, created or title; with - in front "
                                            + "the other way round.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            defaultValue = "manual",
                                            allowableValues = {
                                                "manual",
                                                "-manual",
                                                "due",
                                                "-due",
                                                "priority",
                                                "-priority",
                                                "created",
                                                "-created",
                                                "title",
                                                "-title"
                                            }))
                    String sort,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var order = sort == null ? TaskOrder.MANUAL : TaskOrder.named(sort);
        var page = show.list(caller.user(), query.toFilter(), order, cursors.request(limit, cursor, order.name()));
        return cursors.json(page, TaskJson::from);
    }

    @Post
    @Operation(
            summary = "Create a task",
            description =
                    "Adds a task at the end of the caller's own order. A repeating task is the first occurrence of its "
                            + "series; completing it makes the next one. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The task, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = TaskJson.class)))
    HttpResponse<?> createTask(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body TaskFieldsJson fields) {
        return posts.once(request, caller, () -> {
            var task = create.handle(new CreateTask.Command(caller.user(), fields.toContent()));
            return HttpResponse.created(
                            TaskJson.from(task),
                            URI.create("/api/v1/tasks/" + task.id().value()))
                    .header(HttpHeaders.ETAG, Etags.of(task.version()));
        });
    }

    @Get("/facets")
    @ServedStale
    @Operation(
            summary = "List projects and labels in use",
            description = "Projects and labels of the caller's tasks by name, with how many are open and done. "
                    + "Data: view planner:facets:user, up to 1 h, invalidated by each change of a task; while the database "
                    + "is away possibly stale, and said so by Cache-Status and Warning.")
    @ApiResponse(responseCode = "200", description = "The projects and labels.")
    HttpResponse<TaskFacetsJson> showTaskFacets(@Parameter(hidden = true) Caller caller) {
        return CacheStatus.ok(show.facets(caller.user()).map(TaskFacetsJson::from));
    }

    @Get("/{id}")
    @Operation(summary = "Show a task", description = "One of the caller's tasks, with its ETag. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The task.")
    HttpResponse<TaskJson> showTask(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return ok(show.one(caller.user(), new TaskId(id)));
    }

    @Patch("/{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a task",
            description =
                    "A merge patch: a field that is absent stays as it is, one that is null is cleared. A new rule begins "
                            + "a new series; other changes are of this occurrence and those that follow it. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The task as it is now, with its new ETag.")
    HttpResponse<TaskJson> reviseTask(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body @Schema(implementation = TaskFieldsJson.class) TaskPatchJson patch) {
        var expected = Etags.required(ifMatch);
        return ok(revise.handle(new ReviseTask.Command(caller.user(), new TaskId(id), expected, patch.toPatch())));
    }

    @Delete("/{id}")
    @Operation(
            summary = "Delete a task",
            description =
                    "It can be restored for 30 days. Deleting the open occurrence of a repeating task ends its series. "
                            + "Data: facts.")
    @ApiResponse(responseCode = "204", description = "It is deleted; the ETag is of the deleted task.")
    HttpResponse<?> deleteTask(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        var expected = Etags.required(ifMatch);
        var task = delete.handle(new DeleteTask.Command(caller.user(), new TaskId(id), expected));
        return HttpResponse.noContent().header(HttpHeaders.ETAG, Etags.of(task.version()));
    }

    static HttpResponse<TaskJson> ok(Task task) {
        return HttpResponse.ok(TaskJson.from(task)).header(HttpHeaders.ETAG, Etags.of(task.version()));
    }
}
