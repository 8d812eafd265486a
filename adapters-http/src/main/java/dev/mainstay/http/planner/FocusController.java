package dev.mainstay.http.planner;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.planner.FocusReader;
import dev.mainstay.application.planner.ShowFocus;
import dev.mainstay.application.planner.StartFocus;
import dev.mainstay.application.planner.SumFocusByDay;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Focus sessions: beginning them and seeing them (P2). */
@Tag(
        name = "Focus",
        description =
                "One session at a time, its history and daily totals. Live: subscribe to the topic focus at the WebSocket"
                        + " /api/v1/live (an upgrade of GET; its protocol is described in adapters-http/docs/live.md).")
@Controller(FocusController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.focus", notEquals = "false")
@Requires(property = "mainstay.features.planner", notEquals = "false")
final class FocusController {

    static final String PATH = "/api/v1/focus";

    private final StartFocus start;
    private final ShowFocus show;
    private final SumFocusByDay sums;
    private final IdempotentPosts posts;
    private final Cursors cursors;

    FocusController(StartFocus start, ShowFocus show, SumFocusByDay sums, IdempotentPosts posts, Cursors cursors) {
        this.start = start;
        this.show = show;
        this.sums = sums;
        this.posts = posts;
        this.cursors = cursors;
    }

    @Post
    @Operation(
            operationId = "startFocus",
            summary = "Start a focus session",
            description = "A user has one session at a time: while one has not ended, the answer is 409 with code"
                    + " focus_running. A task that is not the user's own is 404. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "It runs.",
            content = @Content(schema = @Schema(implementation = FocusJson.class)))
    HttpResponse<?> startFocus(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body StartFocusJson body) {
        return posts.once(request, caller, () -> {
            var session = start.handle(body.to(caller.user()));
            var location = URI.create(PATH + "/" + session.plan().id().value());
            return HttpResponse.created(FocusJson.from(session), location).header("ETag", Etags.of(session.version()));
        });
    }

    @Get
    @Operation(
            operationId = "listFocus",
            summary = "List focus sessions",
            description = "All sessions of the user in all states, latest start first. Data: facts.")
    PageJson<FocusJson> listFocus(
            @Parameter(hidden = true) Caller caller,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        var page = show.history(caller.user(), cursors.request(limit, cursor, FocusReader.NEWEST_FIRST));
        return cursors.json(page, FocusJson::from);
    }

    @Get("/current")
    @Operation(
            operationId = "currentFocus",
            summary = "Show the session that has not ended",
            description =
                    "An empty object if there is none. No second is counted on the server: add the time since"
                            + " runningSince to focusedSeconds. Data: view planner:focus:user:{id}, until the planned end and 4 hours.")
    @ApiResponse(
            responseCode = "200",
            description = "What the user is focusing on now.",
            content = @Content(schema = @Schema(implementation = FocusNowJson.class)))
    HttpResponse<FocusNowJson> currentFocus(@Parameter(hidden = true) Caller caller) {
        return CacheStatus.ok(show.current(caller.user()).map(FocusNowJson::from));
    }

    @Get("/days")
    @Operation(
            operationId = "focusDays",
            summary = "Sum up focused time by day",
            description =
                    "Days of the user's own time zone, both ends included, at most 366. A session across midnight counts"
                            + " on both days; pauses, abandoned sessions and the one not yet ended do not count. Data: facts.")
    FocusDaysJson focusDays(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The first day.", example = "2026-03-01") @QueryValue LocalDate from,
            @Parameter(description = "The last day.", example = "2026-03-31") @QueryValue LocalDate to) {
        return FocusDaysJson.from(sums.of(caller.user(), from, to));
    }

    @Get("/{id}")
    @Operation(operationId = "showFocus", summary = "Show one focus session", description = "Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The session, with its ETag.",
            content = @Content(schema = @Schema(implementation = FocusJson.class)))
    HttpResponse<FocusJson> showFocus(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The id of the session.") @PathVariable UUID id) {
        return ok(show.one(new FocusSessionId(id), caller.user()));
    }

    static MutableHttpResponse<FocusJson> ok(FocusSession session) {
        return HttpResponse.ok(FocusJson.from(session)).header("ETag", Etags.of(session.version()));
    }
}
