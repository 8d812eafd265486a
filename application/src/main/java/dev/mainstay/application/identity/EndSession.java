package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.refusal.NotFound;

/** Ends one session of the user, on whatever device. */
public final class EndSession {

    private final EndedSessions ended;

    public EndSession(EndedSessions ended) {
        this.ended = ended;
    }

    /** Which of the caller's sessions is to end. */
    public record Command(Caller caller, SessionId session) {}

    /**
     * Ends it.
     *
     * @throws NotFound if the caller has no such session that is not over
     */
    public void handle(Command command) {
        if (!ended.one(command.caller().user(), command.session(), SessionEnd.ENDED_BY_OWNER)) {
            throw new NotFound("session_not_found", "You have no such session.");
        }
    }
}
