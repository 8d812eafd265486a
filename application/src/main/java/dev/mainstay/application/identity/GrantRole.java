package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleGranted;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Gives a user a role; from the user's next request on it counts. */
public final class GrantRole {

    private final Writes writes;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    public GrantRole(
            Writes writes, Administrators administrators, Accounts accounts, Sessions sessions, InstantSource clock) {
        this.writes = writes;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Which role, whose, and by whom. */
    public record Command(Caller by, UserId user, Role role) {}

    /** Grants; a role that the user has already changes nothing. */
    public void handle(Command command) {
        writes.perform(events -> {
            administrators.hold(command.by());
            Account account = accounts.holdAlone(command.user()).orElseThrow(Administrators::unknown);
            if (!account.is(command.role())) {
                accounts.replace(account.grant(command.role()));
                var live = sessions.live(account.id(), clock.instant()).stream()
                        .map(Session::id)
                        .toList();
                events.raise(new RoleGranted(
                        account.id(), command.role(), Optional.of(command.by().user()), live));
            }
        });
    }
}
