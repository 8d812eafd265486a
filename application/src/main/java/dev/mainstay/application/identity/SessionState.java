package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a guard must know of a session.
 *
 * @param live empty if there is no such session or it has ended; a session past its {@code expiresAt} may still stand here
 */
public record SessionState(Optional<Live> live) {

    public static final SessionState NONE = new SessionState(Optional.empty());

    /** A session that has not ended, with its roles in the order of {@link Role}. */
    public record Live(UserId user, AccountStatus status, List<Role> roles, Instant expiresAt) {
        public Live {
            roles = roles.stream().sorted().toList();
        }
    }
}
