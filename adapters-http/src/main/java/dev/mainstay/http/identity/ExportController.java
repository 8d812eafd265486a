package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.ExportOwnedData;
import dev.mainstay.http.ratelimit.RateLimited;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;

/** Everything the caller owns, as one streamed JSON document (U13). */
@Controller("/api/v1/me/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Profile", description = "What you say about yourself, everything you own, and the way out.")
final class ExportController {

    private final ExportOwnedData export;

    ExportController(ExportOwnedData export) {
        this.export = export;
    }

    @Get
    @Produces(MediaType.APPLICATION_JSON)
    @RateLimited("export")
    @Operation(
            summary = "Export everything you own",
            description =
                    "One object; each member is a section of one feature and holds its rows. Streamed. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "Everything you own.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = "object", format = "binary")))
    HttpResponse<InputStream> exportOwnedData(@Parameter(hidden = true) Caller caller) throws IOException {
        return HttpResponse.<InputStream>ok(StreamedExport.start(sink -> export.handle(caller.user(), sink)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mainstay-export.json\"");
    }
}
