package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** An administrator shut an account; all its sessions are ended. */
public record UserSuspended(UserId user, UserId by, List<SessionId> sessions)
        implements Audited, SessionsChanged, AccountChanged {

    public UserSuspended {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(by.value(), "user.suspended", "user", user.value(), Map.of(), Map.of());
    }
}
