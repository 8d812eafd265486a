package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Role;
import java.util.List;

/**
 * The roles of a user.
 *
 * @param roles in the order of {@link Role}
 */
public record UserRoles(List<Role> roles) {
    public UserRoles {
        roles = roles.stream().sorted().toList();
    }
}
