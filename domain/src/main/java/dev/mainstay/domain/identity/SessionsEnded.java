package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** A user ended sessions of theirs. */
public record SessionsEnded(UserId user, List<SessionId> sessions, SessionEnd reason)
        implements Audited, SessionsChanged {

    public SessionsEnded {
        sessions = List.copyOf(sessions);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                user.value(),
                "session.ended",
                "user",
                user.value(),
                Map.of(),
                Map.of("reason", reason.name(), "sessions", Integer.toString(sessions.size())));
    }
}
