package dev.mainstay.http.identity;

import dev.mainstay.application.identity.UserSummary;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A user as an administrator sees them.
 *
 * @param id the user's id
 * @param email the address
 * @param name how others see the user
 * @param status what the account may do
 * @param roles what the user is
 * @param registeredAt when the account was made
 */
@Serdeable
@Schema(
        requiredProperties = {"id", "email", "name", "status", "roles", "registeredAt"},
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000001","email":"ann@example.org","name":"Ann","status":"ACTIVE",\
                "roles":["STUDENT"],"registeredAt":"2026-03-01T10:00:00Z"}""")
record UserJson(UUID id, String email, String name, AccountStatus status, List<Role> roles, Instant registeredAt) {

    static UserJson from(UserSummary user) {
        return new UserJson(
                user.user().value(), user.email(), user.name(), user.status(), user.roles(), user.registeredAt());
    }
}
