package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;

/** Signs and reads access tokens (U3). */
public interface AccessTokens {

    /** Issues a token that is good from now for {@link #life()}. */
    String issue(UserId user, SessionId session);

    /**
     * Checks form, algorithm, signature, issuer, audience and times, and nothing that needs a look at the facts.
     *
     * @throws dev.mainstay.domain.refusal.NotAuthenticated with code {@code token_expired} or {@code token_invalid}
     */
    Claims read(String token);

    Duration life();

    /** What a good token says. */
    record Claims(UserId user, SessionId session) {}
}
