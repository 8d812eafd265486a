package dev.mainstay.http.identity;

import dev.mainstay.domain.identity.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a user is in the whole application.
 *
 * @param roles the roles; empty for a plain user
 */
@Serdeable
@Schema(requiredProperties = "roles", example = """
        {"roles":["STUDENT"]}""")
record RolesJson(List<Role> roles) {}
