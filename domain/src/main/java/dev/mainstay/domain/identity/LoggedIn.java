package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** Somebody proved who they are and got a session. */
public record LoggedIn(UserId user, SessionId session) implements Audited, SessionsChanged {

    @Override
    public List<SessionId> sessions() {
        return List.of(session);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                user.value(),
                "session.opened",
                "user",
                user.value(),
                Map.of(),
                Map.of("session", session.value().toString()));
    }
}
