package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionEnd;

/** Ends the session that the request came with. */
public final class LogOut {

    private final EndedSessions ended;

    public LogOut(EndedSessions ended) {
        this.ended = ended;
    }

    /** Logs out; doing so twice is the same as once. */
    public void handle(Caller caller) {
        ended.one(caller.user(), caller.session(), SessionEnd.LOGGED_OUT);
    }
}
