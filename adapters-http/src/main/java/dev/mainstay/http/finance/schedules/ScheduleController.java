package dev.mainstay.http.finance.schedules;

import dev.mainstay.application.finance.schedules.ArrangeSchedule;
import dev.mainstay.application.finance.schedules.ShowSchedules;
import dev.mainstay.application.finance.schedules.SteerSchedule;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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

/** Recurring transactions (F3). */
@Controller("/api/v1/finance/schedules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Recurring transactions")
final class ScheduleController {

    private final ShowSchedules show;
    private final ArrangeSchedule arrange;
    private final SteerSchedule steer;
    private final IdempotentPosts posts;

    ScheduleController(ShowSchedules show, ArrangeSchedule arrange, SteerSchedule steer, IdempotentPosts posts) {
        this.show = show;
        this.arrange = arrange;
        this.steer = steer;
        this.posts = posts;
    }

    @Get
    @Operation(
            summary = "List recurring transactions",
            description =
                    "The caller's schedules, by name, with the next days on which each is due. There are 200 at most,"
                            + " so they come in one page. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The schedules.")
    PageJson<ScheduleJson> listSchedules(@Parameter(hidden = true) Caller caller) {
        return new PageJson<>(
                show.all(caller.user()).stream().map(ScheduleJson::from).toList(), null);
    }

    @Post
    @Operation(
            summary = "Schedule a recurring transaction",
            description = "Its transaction is recorded on each day on which it is due, once, early on that day in the"
                    + " owner's zone; days since a start in the past, at most 366 of them, are made up for. Data:"
                    + " facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The schedule, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = ScheduleJson.class)))
    HttpResponse<?> createSchedule(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body ScheduleFieldsJson body) {
        return posts.once(request, caller, () -> {
            var schedule = arrange.create(caller.user(), body.to());
            return HttpResponse.created(
                            ScheduleJson.from(show.shown(schedule)),
                            URI.create(
                                    "/api/v1/finance/schedules/" + schedule.id().value()))
                    .header(HttpHeaders.ETAG, Etags.of(schedule.version()));
        });
    }

    @Get("/{id}")
    @Operation(
            summary = "Show a recurring transaction",
            description =
                    "One of the caller's schedules, with its ETag, which changes with each day that is dealt with."
                            + " Data: facts.")
    @ApiResponse(responseCode = "200", description = "The schedule.")
    HttpResponse<ScheduleJson> showSchedule(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        var shown = show.one(caller.user(), new ScheduleId(id));
        return HttpResponse.ok(ScheduleJson.from(shown))
                .header(HttpHeaders.ETAG, Etags.of(shown.schedule().version()));
    }

    @Get("/{id}/occurrences")
    @Operation(
            summary = "Show what became of a recurring transaction",
            description = "The last 100 occurrences that were recorded or skipped, latest day first. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The occurrences.")
    PageJson<OccurrenceJson> listOccurrences(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return new PageJson<>(
                show.settled(caller.user(), new ScheduleId(id)).stream()
                        .map(OccurrenceJson::from)
                        .toList(),
                null);
    }

    @Put("/{id}")
    @Operation(
            summary = "Replace a recurring transaction",
            description =
                    "If its transaction alone changes, it goes on where it was, and tries again what was refused; with"
                            + " another rule, start or end it goes on with the first day from today on. What was recorded"
                            + " stays. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The schedule as it is now, with its new ETag.")
    HttpResponse<ScheduleJson> replaceSchedule(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body ScheduleFieldsJson body) {
        var expected = Etags.required(ifMatch);
        return ok(arrange.replace(caller.user(), new ScheduleId(id), expected, body.to()));
    }

    @Post("/{id}/pause")
    @Operation(
            summary = "Pause a recurring transaction",
            description = "What would be due meanwhile is not made up for later. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The schedule, with its new ETag.")
    HttpResponse<ScheduleJson> pauseSchedule(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return ok(steer.pause(caller.user(), new ScheduleId(id), Etags.required(ifMatch)));
    }

    @Post("/{id}/resume")
    @Operation(
            summary = "Resume a recurring transaction",
            description =
                    "After a pause it goes on with the first day from today on; after a refusal it tries again and"
                            + " makes up for the days since. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The schedule, with its new ETag.")
    HttpResponse<ScheduleJson> resumeSchedule(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return ok(steer.resume(caller.user(), new ScheduleId(id), Etags.required(ifMatch)));
    }

    @Post("/{id}/skip")
    @Operation(
            summary = "Skip a day of a recurring transaction",
            description = "That occurrence is left out for ever; the others stay as they are. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The schedule, with its new ETag.")
    HttpResponse<ScheduleJson> skipOccurrence(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body SkipJson body) {
        var expected = Etags.required(ifMatch);
        if (body.day() == null) {
            throw new Invalid("day", "missing", "is required");
        }
        return ok(steer.skip(caller.user(), new ScheduleId(id), expected, body.day()));
    }

    @Delete("/{id}")
    @Operation(
            summary = "Delete a recurring transaction",
            description = "What it recorded stays in the books. Data: facts.")
    @ApiResponse(responseCode = "204", description = "It is deleted.")
    HttpResponse<?> deleteSchedule(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        steer.remove(caller.user(), new ScheduleId(id), Etags.required(ifMatch));
        return HttpResponse.noContent();
    }

    private HttpResponse<ScheduleJson> ok(Schedule schedule) {
        return HttpResponse.ok(ScheduleJson.from(show.shown(schedule)))
                .header(HttpHeaders.ETAG, Etags.of(schedule.version()));
    }
}
