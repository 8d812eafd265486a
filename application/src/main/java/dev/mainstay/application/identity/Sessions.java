package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All sessions; every change needs an active transaction that holds the account (see {@link Accounts#holdShared}). */
public interface Sessions {

    void open(Session session);

    Optional<Session> find(SessionId session);

    /** The sessions of a user that are neither ended nor expired, the latest opened first. */
    List<Session> live(UserId user, Instant now);

    /** Every session of a user that is still remembered, over or not. */
    List<SessionId> all(UserId user);

    /** Stores a later end and when the session was last seen. */
    void refresh(Session refreshed);

    /**
     * Ends one session of the user.
     *
     * @return false if the user has no such session, or it was over already
     */
    boolean end(UserId user, SessionId session, SessionEnd reason, Instant now);

    /**
     * Ends all sessions of the user that are not over.
     *
     * @param but the one to spare, if any
     * @return those it ended
     */
    List<SessionId> endAll(UserId user, Optional<SessionId> but, SessionEnd reason, Instant now);

    /** Forgets sessions, and their tokens, that ended or expired before the instant. @return how many */
    int forgetBefore(Instant instant);
}
