package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** The owner of the mailbox set a new password; all sessions are ended. */
public record PasswordReset(UserId user, List<SessionId> sessions) implements Audited, SessionsChanged, AccountChanged {

    public PasswordReset {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(user.value(), "password.reset", "user", user.value(), Map.of(), Map.of());
    }
}
