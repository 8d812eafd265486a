package dev.mainstay.domain.identity;

import java.util.List;

/** A session got a new pair of tokens and a later end. */
public record SessionRefreshed(UserId user, SessionId session) implements SessionsChanged {

    @Override
    public List<SessionId> sessions() {
        return List.of(session);
    }
}
