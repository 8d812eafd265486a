package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** A user stays after all. */
public record DeletionCancelled(UserId user, List<SessionId> sessions)
        implements Audited, SessionsChanged, AccountChanged {

    public DeletionCancelled {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(user.value(), "user.deletion_cancelled", "user", user.value(), Map.of(), Map.of());
    }
}
