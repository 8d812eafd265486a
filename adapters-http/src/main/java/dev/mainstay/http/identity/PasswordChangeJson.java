package dev.mainstay.http.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A new password, and the old one that allows it.
 *
 * @param currentPassword the password that was
 * @param newPassword the password to be
 */
@Serdeable
@Schema(
        requiredProperties = {"currentPassword", "newPassword"},
        example = """
                {"currentPassword":"correct horse battery","newPassword":"staple correct horse"}""")
record PasswordChangeJson(String currentPassword, String newPassword) {

    @Override
    public String toString() {
        return "PasswordChangeJson";
    }
}
