package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.util.Set;

/** Who sent a request, as its access token and the facts behind it say at this moment. */
public record Caller(UserId user, SessionId session, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
