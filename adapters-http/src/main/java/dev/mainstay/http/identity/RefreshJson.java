package dev.mainstay.http.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A refresh token to exchange.
 *
 * @param refreshToken the token as it was given out
 */
@Serdeable
@Schema(requiredProperties = "refreshToken", example = """
        {"refreshToken":"m8o1Yy6kQmWc"}""")
record RefreshJson(String refreshToken) {

    @Override
    public String toString() {
        return "RefreshJson";
    }
}
