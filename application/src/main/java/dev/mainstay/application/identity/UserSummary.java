package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.List;

/** A user as an administrator sees them in a list. */
public record UserSummary(
        UserId user, String email, String name, AccountStatus status, List<Role> roles, Instant registeredAt) {

    public UserSummary {
        roles = roles.stream().sorted().toList();
    }
}
