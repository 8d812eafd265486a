package dev.mainstay.http.identity;

import dev.mainstay.application.audit.AuditLog;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.http.guard.AdminOnly;
import dev.mainstay.http.paging.PageJson;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did what to whom, for administrators (H1). */
@Controller("/api/v1/admin/audit")
@AdminOnly
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Audit", description = "The append-only record of who did what; for administrators.")
final class AuditController {

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @Get
    @Operation(summary = "Show what was done to a subject", description = "The latest first. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The latest entries.")
    PageJson<AuditEntryJson> listAuditEntries(
            @Parameter(description = "The id of a user or another thing.") @QueryValue UUID subject,
            @Parameter(description = "How many, 1 to 200; 50 unless told.") @Nullable @QueryValue Integer limit) {
        var page = new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit, null);
        return new PageJson<>(
                log.on(subject, page.limit()).stream().map(AuditEntryJson::from).toList(), null);
    }

    @Get("/verify")
    @Operation(
            summary = "Verify the audit log",
            description = "Recomputes every hash chain, which takes a while. Data: facts.")
    @ApiResponse(responseCode = "200", description = "Whether every entry is as it was written.")
    AuditVerificationJson verifyAuditLog() {
        return log.verify().map(AuditVerificationJson::from).orElse(AuditVerificationJson.INTACT);
    }
}
