package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleRevoked;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import java.time.InstantSource;

/** Takes a role from a user; from the user's next request on it is gone. */
public final class RevokeRole {

    private final Writes writes;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    public RevokeRole(
            Writes writes, Administrators administrators, Accounts accounts, Sessions sessions, InstantSource clock) {
        this.writes = writes;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Which role, whose, and by whom. */
    public record Command(Caller by, UserId user, Role role) {}

    /**
     * Revokes; a role that the user does not have changes nothing.
     *
     * @throws Conflict if administrators would depose themselves, for one must remain
     */
    public void handle(Command command) {
        if (command.role() == Role.ADMIN && command.user().equals(command.by().user())) {
            throw new Conflict("own_admin_role", "Another administrator must take this role from you.");
        }
        writes.perform(events -> {
            administrators.hold(command.by());
            Account account = accounts.holdAlone(command.user()).orElseThrow(Administrators::unknown);
            if (account.is(command.role())) {
                accounts.replace(account.revoke(command.role()));
                var live = sessions.live(account.id(), clock.instant()).stream()
                        .map(Session::id)
                        .toList();
                events.raise(new RoleRevoked(
                        account.id(), command.role(), command.by().user(), live));
            }
        });
    }
}
