package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.identity.UserReleased;

/** Opens a suspended account again; its user logs in anew. */
public final class ReleaseUser {

    private final Writes writes;
    private final Administrators administrators;
    private final Accounts accounts;

    public ReleaseUser(Writes writes, Administrators administrators, Accounts accounts) {
        this.writes = writes;
        this.administrators = administrators;
        this.accounts = accounts;
    }

    /** Whose account, and by whom. */
    public record Command(Caller by, UserId user) {}

    /** Releases; an account that is not suspended stays as it is. */
    public void handle(Command command) {
        writes.perform(events -> {
            administrators.hold(command.by());
            Account account = accounts.holdAlone(command.user()).orElseThrow(Administrators::unknown);
            if (account.suspended()) {
                accounts.replace(account.release());
                events.raise(new UserReleased(account.id(), command.by().user()));
            }
        });
    }
}
