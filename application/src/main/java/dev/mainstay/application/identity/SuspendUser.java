package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.identity.UserSuspended;
import dev.mainstay.domain.refusal.Conflict;
import java.time.InstantSource;
import java.util.Optional;

/** Shuts an account and ends its sessions; from its next request on the user is out. */
public final class SuspendUser {

    private final Writes writes;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    public SuspendUser(
            Writes writes, Administrators administrators, Accounts accounts, Sessions sessions, InstantSource clock) {
        this.writes = writes;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whose account, and by whom. */
    public record Command(Caller by, UserId user) {}

    /**
     * Suspends; an account that is suspended already stays so.
     *
     * @throws Conflict if administrators would suspend themselves
     */
    public void handle(Command command) {
        if (command.user().equals(command.by().user())) {
            throw new Conflict("own_account", "Another administrator must suspend you.");
        }
        writes.perform(events -> {
            administrators.hold(command.by());
            Account account = accounts.holdAlone(command.user()).orElseThrow(Administrators::unknown);
            if (!account.suspended()) {
                accounts.replace(account.suspend(clock.instant()));
                var ended = sessions.endAll(account.id(), Optional.empty(), SessionEnd.SUSPENDED, clock.instant());
                events.raise(new UserSuspended(account.id(), command.by().user(), ended));
            }
        });
    }
}
