package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** An account and everything it owned is gone; what remains of it is its id, which now names nobody. */
public record AccountDeleted(UserId user, List<SessionId> sessions, List<String> codes)
        implements Audited, SessionsChanged, AccountChanged, CodesChanged, ReferralsChanged {

    public AccountDeleted {
        sessions = List.copyOf(sessions);
        codes = List.copyOf(codes);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(null, "user.deleted", "user", user.value(), Map.of(), Map.of());
    }
}
