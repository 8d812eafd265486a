package dev.mainstay.http.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A code from a letter.
 *
 * @param email the address it was sent to
 * @param code the code
 */
@Serdeable
@Schema(
        requiredProperties = {"email", "code"},
        example = """
                {"email":"ann@example.org","code":"481632"}""")
record VerificationJson(String email, String code) {

    @Override
    public String toString() {
        return "VerificationJson";
    }
}
