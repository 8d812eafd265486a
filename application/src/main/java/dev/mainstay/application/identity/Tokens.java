package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;

/**
 * What a successful login or refresh hands out.
 *
 * @param expiresIn the life of the access token
 */
public record Tokens(String accessToken, String refreshToken, Duration expiresIn, UserId user, SessionId session) {
    @Override
    public String toString() {
        return "Tokens[session=" + session.value() + "]";
    }
}
