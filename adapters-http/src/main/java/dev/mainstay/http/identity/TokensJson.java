package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Tokens;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The tokens of a session.
 *
 * @param accessToken goes into the header Authorization of each request
 * @param refreshToken is exchanged for new tokens when the access token has expired; once
 * @param tokenType how the access token is sent
 * @param expiresIn seconds until the access token expires
 */
@Serdeable
@Schema(
        requiredProperties = {"accessToken", "refreshToken", "tokenType", "expiresIn"},
        example = """
                {"accessToken":"eyJhbGciOiJIUzI1NiJ9.e30.c2ln","refreshToken":"m8o1Yy6kQmWc","tokenType":"Bearer",\
                "expiresIn":900}""")
record TokensJson(String accessToken, String refreshToken, String tokenType, long expiresIn) {

    static TokensJson from(Tokens tokens) {
        return new TokensJson(
                tokens.accessToken(),
                tokens.refreshToken(),
                "Bearer",
                tokens.expiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "TokensJson";
    }
}
