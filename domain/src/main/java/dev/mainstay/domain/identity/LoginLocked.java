package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Logins for an address are refused for a while after too many failures (U7); the subject is as in {@link LoginRefused}. */
public record LoginLocked(UUID subject, Instant until) implements Audited {

    @Override
    public AuditEntry audited() {
        return new AuditEntry(null, "login.locked", "user", subject, Map.of(), Map.of("until", until.toString()));
    }
}
