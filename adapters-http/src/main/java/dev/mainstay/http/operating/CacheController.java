package dev.mainstay.http.operating;

import dev.mainstay.application.caching.DropFromCache;
import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.http.guard.AdminOnly;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The operator's handle on the cache. */
@Controller("/api/v1/admin/cache")
@AdminOnly
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Cache", description = "What is cached, how the cache does, and how to be rid of it; for administrators.")
final class CacheController {

    private final ViewCatalogue catalogue;
    private final CacheOperations operations;
    private final DropFromCache drop;

    CacheController(ViewCatalogue catalogue, CacheOperations operations, DropFromCache drop) {
        this.catalogue = catalogue;
        this.operations = operations;
        this.drop = drop;
    }

    @Get
    @Operation(
            operationId = "showCache",
            summary = "Show the cache",
            description =
                    "The catalogue of views, how this instance and its Redis stand, and what this instance has counted since its"
                            + " start; other instances have figures of their own. Data: signal.")
    @ApiResponse(responseCode = "200", description = "The catalogue, the state and the figures.")
    CacheJson showCache() {
        return CacheJson.from(catalogue, operations);
    }

    @Post("/drop")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "dropFromCache",
            summary = "Drop what is cached",
            description =
                    "One key (view and id), one view (view alone), or everything. When it answers, no instance serves what was"
                            + " stored before; a view and everything take one trust lease, half a second. After everything, reads"
                            + " bypass the cache for a quarantine of some seconds. Rate limits and other signals stay. Without a"
                            + " Redis: 409 no_cache. While Redis is away: one key and one view are dropped all the same,"
                            + " everything answers 503 cache_unavailable. The audit log has the order under the administrator's id."
                            + " Data: facts (the audit log).")
    @ApiResponse(responseCode = "204", description = "It is dropped.")
    void dropFromCache(@Parameter(hidden = true) Caller caller, @Body CacheDropJson body) {
        body.carryOut(drop, caller.user());
    }
}
