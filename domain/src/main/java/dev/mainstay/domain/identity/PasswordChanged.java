package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** A user who knew the old password set a new one; their other sessions are ended. */
public record PasswordChanged(UserId user, List<SessionId> sessions) implements Audited, SessionsChanged {

    public PasswordChanged {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(user.value(), "password.changed", "user", user.value(), Map.of(), Map.of());
    }
}
