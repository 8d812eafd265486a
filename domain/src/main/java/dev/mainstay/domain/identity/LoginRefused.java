package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.Map;
import java.util.UUID;

/** A login failed. The subject is the account, or for an address nobody has a pseudonym of it, so that both look and cost alike. */
public record LoginRefused(UUID subject, int failures) implements Audited {

    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                null, "login.refused", "user", subject, Map.of(), Map.of("failures", Integer.toString(failures)));
    }
}
