package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionEnd;

/** Ends every session of the user, this one too. */
public final class LogOutEverywhere {

    private final EndedSessions ended;

    public LogOutEverywhere(EndedSessions ended) {
        this.ended = ended;
    }

    public void handle(Caller caller) {
        ended.all(caller.user(), SessionEnd.LOGGED_OUT_EVERYWHERE);
    }
}
