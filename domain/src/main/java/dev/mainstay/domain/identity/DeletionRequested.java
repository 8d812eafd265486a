package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A user wants to be forgotten, from the due instant on (U13). */
public record DeletionRequested(UserId user, Instant due, List<SessionId> sessions)
        implements Audited, SessionsChanged, AccountChanged {

    public DeletionRequested {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                user.value(), "user.deletion_requested", "user", user.value(), Map.of(), Map.of("due", due.toString()));
    }
}
