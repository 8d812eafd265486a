package dev.mainstay.http.identity;

import dev.mainstay.application.audit.AuditLog;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit log is as it was written.
 *
 * @param intact true if every chain fits together
 * @param brokenChain the chain that does not; absent if all do
 * @param brokenPosition the first entry in it that is not as it was written; absent if all are
 */
@Serdeable
@Schema(requiredProperties = "intact", example = """
        {"intact":true}""")
record AuditVerificationJson(
        boolean intact,
        @Nullable Integer brokenChain,
        @Nullable Long brokenPosition) {

    static final AuditVerificationJson INTACT = new AuditVerificationJson(true, null, null);

    static AuditVerificationJson from(AuditLog.Broken broken) {
        return new AuditVerificationJson(false, broken.chain(), broken.position());
    }
}
