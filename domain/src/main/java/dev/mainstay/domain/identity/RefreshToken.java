package dev.mainstay.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is stored of a refresh token (U3).
 *
 * @param hash of the token, hexadecimal; the token itself is known to its holder alone
 * @param rotatedAt when it was exchanged for its successor; empty while it is good
 */
public record RefreshToken(
        String hash, SessionId session, Instant issuedAt, Instant expiresAt, Optional<Instant> rotatedAt) {

    public static RefreshToken issue(String hash, SessionId session, Instant now, Instant expiresAt) {
        return new RefreshToken(hash, session, now, expiresAt, Optional.empty());
    }

    /** Whether it was exchanged so recently that a client may honestly have sent it twice. */
    public boolean rotatedWithin(Duration grace, Instant now) {
        return rotatedAt.map(at -> now.isBefore(at.plus(grace))).orElse(false);
    }
}
