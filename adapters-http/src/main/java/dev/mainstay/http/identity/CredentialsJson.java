package dev.mainstay.http.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Who wants to log in.
 *
 * @param email the verified address
 * @param password the password
 */
@Serdeable
@Schema(
        requiredProperties = {"email", "password"},
        example = """
                {"email":"ann@example.org","password":"correct horse battery"}""")
record CredentialsJson(String email, String password) {

    @Override
    public String toString() {
        return "CredentialsJson";
    }
}
