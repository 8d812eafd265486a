package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import java.util.Optional;

/**
 * Which users an administrator wants to see; empty fields do not filter.
 *
 * @param text is part of the address or the name
 */
public record UserFilter(Optional<String> text, Optional<AccountStatus> status, Optional<Role> role) {
    public static final UserFilter ALL = new UserFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
