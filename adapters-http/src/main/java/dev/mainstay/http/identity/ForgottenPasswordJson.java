package dev.mainstay.http.identity;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Whose password is forgotten.
 *
 * @param email the account's address
 */
@Serdeable
@Schema(requiredProperties = "email", example = """
        {"email":"ann@example.org"}""")
record ForgottenPasswordJson(String email) {}
