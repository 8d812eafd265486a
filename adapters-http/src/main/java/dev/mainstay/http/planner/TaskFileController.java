package dev.mainstay.http.planner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.ExportTasks;
import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.application.planner.ImportTasks;
import dev.mainstay.application.planner.TaskFilter;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.limits.LargeBody;
import dev.mainstay.http.planner.exchange.CalendarReader;
import dev.mainstay.http.planner.exchange.CalendarWriter;
import dev.mainstay.http.planner.exchange.TableReader;
import dev.mainstay.http.planner.exchange.TableWriter;
import dev.mainstay.http.planner.exchange.TaskFile;
import dev.mainstay.http.planner.exchange.TaskWriter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks as files, in and out (P1). */
@Controller("/api/v1/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.planner", notEquals = "false")
@Tag(name = "Tasks")
final class TaskFileController {

    private static final String CALENDAR = "text/calendar";
    private static final String TABLE = "text/csv";

    /** A byte order mark, as some spreadsheets write it. */
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final ImportTasks importing;
    private final ExportTasks exporting;
    private final UserZones zones;
    private final IdempotentPosts posts;

    TaskFileController(ImportTasks importing, ExportTasks exporting, UserZones zones, IdempotentPosts posts) {
        this.importing = importing;
        this.exporting = exporting;
        this.zones = zones;
        this.posts = posts;
    }

    @Post("/import")
    @LargeBody
    @Consumes({CALENDAR, TABLE})
    @Operation(
            summary = "Import tasks from an .ics or .csv file",
            description =
                    "Up to 10 MB in UTF-8 and 50,000 items. Each item is created, updated (an item with the same UID that is "
                            + "newer), unchanged, or skipped and why; one that is skipped keeps no other from being stored. Stored in "
                            + "parts of 500, so a repeated import of the same file carries on where it was cut off and changes nothing "
                            + "twice; with an Idempotency-Key it is all one transaction. Of a calendar, VTODO components are read. A table "
                            + "has a header row with columns of uid, title, notes, labels (separated by ;), project, priority, start, due, "
                            + "remind (2026-03-01 or 2026-03-01T09:00[Europe/Berlin]), rule (RRULE), repeat, except, done (yes, no or an "
                            + "instant); title is required. Data: facts.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = CALENDAR, schema = @Schema(type = "string")),
                                @Content(mediaType = TABLE, schema = @Schema(type = "string"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "What became of each item.",
            content = @Content(schema = @Schema(implementation = ImportReportJson.class)))
    HttpResponse<?> importTasks(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description = "Where times without a zone are meant; the zone of the profile if absent.",
                            example = "Europe/Berlin")
                    String zone,
            @Body byte[] file) {
        boolean calendar = request.getContentType()
                .map(MediaType::getName)
                .filter(CALENDAR::equals)
                .isPresent();
        ZoneId floating = zone == null ? zones.of(caller.user()) : zone(zone);
        List<ImportCandidate> items = calendar
                ? CalendarReader.read(text(file), floating, ImportTasks.MOST_ITEMS)
                : TableReader.read(text(file), ImportTasks.MOST_ITEMS);
        return posts.once(
                request,
                caller,
                () -> HttpResponse.ok(ImportReportJson.from(
                        importing.handle(new ImportTasks.Command(caller.user(), items.iterator())))));
    }

    @Get("/export.ics")
    @Produces(CALENDAR)
    @Operation(
            summary = "Export tasks as a calendar",
            description =
                    "All of the caller's tasks as VTODO components, streamed; importing it again changes nothing. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar.",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = "string")))
    HttpResponse<StreamedFile> exportCalendar(@Parameter(hidden = true) Caller caller) {
        return file(caller, new CalendarWriter(), CALENDAR, "tasks.ics");
    }

    @Get("/export.csv")
    @Produces(TABLE)
    @Operation(
            summary = "Export tasks as a table",
            description =
                    "All of the caller's tasks with the columns that the import reads, streamed. A cell that a spreadsheet would "
                            + "run as a formula has an apostrophe in front, which the import takes away again. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The table.",
            content = @Content(mediaType = TABLE, schema = @Schema(type = "string")))
    HttpResponse<StreamedFile> exportTable(@Parameter(hidden = true) Caller caller) {
        return file(caller, new TableWriter(), TABLE, "tasks.csv");
    }

    private HttpResponse<StreamedFile> file(Caller caller, TaskWriter writer, String type, String name) {
        var stream = TaskFile.stream(exporting.pages(caller.user(), TaskFilter.ALL), writer);
        return HttpResponse.ok(new StreamedFile(stream, MediaType.of(type + ";charset=utf-8")).attach(name));
    }

    private static ZoneId zone(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Invalid("zone", "unknown_zone", "must be an IANA zone such as Europe/Berlin");
        }
        return ZoneId.of(zone);
    }

    private static Reader text(byte[] file) {
        boolean marked = file.length >= 3 && file[0] == MARK[0] && file[1] == MARK[1] && file[2] == MARK[2];
        int from = marked ? MARK.length : 0;
        return new InputStreamReader(new ByteArrayInputStream(file, from, file.length - from), UTF_8);
    }
}
