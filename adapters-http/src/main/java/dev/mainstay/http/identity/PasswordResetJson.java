package dev.mainstay.http.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A new password, and the code that allows it.
 *
 * @param email the address the code was sent to
 * @param code the code
 * @param newPassword the password to be
 */
@Serdeable
@Schema(
        requiredProperties = {"email", "code", "newPassword"},
        example = """
                {"email":"ann@example.org","code":"481632","newPassword":"staple correct horse"}""")
record PasswordResetJson(String email, String code, String newPassword) {

    @Override
    public String toString() {
        return "PasswordResetJson";
    }
}
