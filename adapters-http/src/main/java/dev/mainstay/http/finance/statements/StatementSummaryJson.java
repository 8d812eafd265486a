package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.Statement;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A statement in brief. */
@Serdeable
@Schema(
        name = "StatementSummary",
        requiredProperties = {"id", "account", "name", "uploadedAt"},
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000001","account":"0197a1de-0000-7000-8000-000000000002","name":"March",\
                "uploadedAt":"2026-04-01T08:00:00Z"}""")
record StatementSummaryJson(UUID id, UUID account, String name, Instant uploadedAt) {
    static StatementSummaryJson from(Statement statement) {
        return new StatementSummaryJson(
                statement.id().value(), statement.account().value(), statement.name(), statement.uploadedAt());
    }
}
