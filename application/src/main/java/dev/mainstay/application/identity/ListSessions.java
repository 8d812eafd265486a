package dev.mainstay.application.identity;

import java.time.InstantSource;
import java.util.List;

/** The devices on which a user is logged in. */
public final class ListSessions {

    private final Sessions sessions;
    private final InstantSource clock;

    public ListSessions(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The caller's live sessions, the latest opened first. */
    public List<SessionSummary> of(Caller caller) {
        return sessions.live(caller.user(), clock.instant()).stream()
                .map(session -> new SessionSummary(
                        session.id(),
                        session.device(),
                        session.createdAt(),
                        session.lastSeenAt(),
                        session.expiresAt(),
                        session.id().equals(caller.session())))
                .toList();
    }
}
