package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** A user lost a role. */
public record RoleRevoked(UserId user, Role role, UserId by, List<SessionId> sessions)
        implements Audited, SessionsChanged, AccountChanged {

    public RoleRevoked {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(by.value(), "role.revoked", "user", user.value(), Map.of("role", role.name()), Map.of());
    }
}
