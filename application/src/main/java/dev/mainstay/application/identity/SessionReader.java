package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;

/** What a guard must know of a session, straight from the facts; the loaders of the guard's views. */
public interface SessionReader {

    /** Never null: {@link SessionState#NONE} if there is no such session, or it is over. */
    SessionState state(SessionId session);

    /** Never null: {@link Revocation#NONE} if the session did not end early. */
    Revocation revocation(SessionId session);

    /** The codes that wait for a user's answer. */
    PendingCodes pendingCodes(UserId user);
}
