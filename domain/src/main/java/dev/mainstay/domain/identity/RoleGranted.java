package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A user got a role; nobody stands behind the first administrator. */
public record RoleGranted(UserId user, Role role, Optional<UserId> by, List<SessionId> sessions)
        implements Audited, SessionsChanged, AccountChanged {

    public RoleGranted {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                by.map(UserId::value).orElse(null),
                "role.granted",
                "user",
                user.value(),
                Map.of(),
                Map.of("role", role.name()));
    }
}
