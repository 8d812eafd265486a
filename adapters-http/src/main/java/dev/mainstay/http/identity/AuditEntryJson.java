package dev.mainstay.http.identity;

import dev.mainstay.application.audit.AuditLog;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log.
 *
 * @param at when it was done
 * @param actor the user who did it; absent for the system and for nobody known
 * @param action what was done
 * @param subjectType the kind of thing it was done to
 * @param subject the thing's id
 * @param before the values that changed, as they were
 * @param after the values that changed, as they are
 * @param chain the hash chain the entry is part of
 * @param position its place in the chain
 */
@Serdeable
@Schema(
        requiredProperties = {"at", "action", "subjectType", "subject", "before", "after", "chain", "position"},
        example = """
                {"at":"2026-03-01T10:00:00Z","actor":"0197a1de-0000-7000-8000-000000000002","action":"role.granted",\
                "subjectType":"user","subject":"0197a1de-0000-7000-8000-000000000001","before":{},\
                "after":{"role":"TEACHER"},"chain":3,"position":17}""")
record AuditEntryJson(
        Instant at,
        @Nullable UUID actor,
        String action,
        String subjectType,
        UUID subject,
        Map<String, String> before,
        Map<String, String> after,
        int chain,
        long position) {

    static AuditEntryJson from(AuditLog.Recorded recorded) {
        var entry = recorded.entry();
        return new AuditEntryJson(
                recorded.at(),
                entry.actor(),
                entry.action(),
                entry.subjectType(),
                entry.subject(),
                entry.before(),
                entry.after(),
                recorded.chain(),
                recorded.position());
    }
}
