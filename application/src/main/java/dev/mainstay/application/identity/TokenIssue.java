package dev.mainstay.application.identity;

import dev.mainstay.application.time.Randomness;
import dev.mainstay.domain.identity.RefreshToken;
import dev.mainstay.domain.identity.Session;
import java.time.Instant;
import java.util.Base64;

/**
 * Makes the pairs of tokens (U3). A refresh token is 256 bits: random for a new session, and afterwards an HMAC of its predecessor, so that
 * whoever honestly sends one twice gets the same successor twice. What is stored is its SHA-256.
 */
public final class TokenIssue {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final ServerKey key;
    private final Randomness randomness;

    public TokenIssue(AccessTokens accessTokens, RefreshTokens refreshTokens, ServerKey key, Randomness randomness) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.key = key;
        this.randomness = randomness;
    }

    Tokens first(Session session, Instant now) {
        return issued(text(randomness.bytes(32)), session, now);
    }

    Tokens successor(String spent, Session session, Instant now) {
        return issued(successorOf(spent), session, now);
    }

    /** The pair that the first of two sends got, its access token made anew. */
    Tokens successorAgain(String spent, Session session) {
        return pair(successorOf(spent), session);
    }

    String successorOf(String spent) {
        return text(key.hash("refresh successor", spent));
    }

    static String hash(String refreshToken) {
        return Sha256.hex(refreshToken);
    }

    private Tokens issued(String refreshToken, Session session, Instant now) {
        refreshTokens.issue(RefreshToken.issue(hash(refreshToken), session.id(), now, session.expiresAt()));
        return pair(refreshToken, session);
    }

    private Tokens pair(String refreshToken, Session session) {
        String access = accessTokens.issue(session.user(), session.id());
        return new Tokens(access, refreshToken, accessTokens.life(), session.user(), session.id());
    }

    private static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
