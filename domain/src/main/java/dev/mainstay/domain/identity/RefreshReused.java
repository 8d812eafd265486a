package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.List;
import java.util.Map;

/** A refresh token came back after its successor had taken over; its whole family is ended (U3). */
public record RefreshReused(UserId user, SessionId session) implements Audited, SessionsChanged {

    @Override
    public List<SessionId> sessions() {
        return List.of(session);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                null,
                "session.refresh_reused",
                "user",
                user.value(),
                Map.of(),
                Map.of("session", session.value().toString()));
    }
}
