package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotFound;
import java.util.Optional;

/** Makes sure that an administrator is one, by the facts and not by a view (U10). */
public final class Administrators {

    private final Accounts accounts;

    public Administrators(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Holds the administrator's account, so that the right lasts as long as the transaction: two administrators who depose each other
     * collide, and the one who repeats is none any more. So one always remains.
     */
    void hold(Caller by) {
        require(accounts.holdShared(by.user()));
    }

    void look(Caller by) {
        require(accounts.find(by.user()));
    }

    private static void require(Optional<Account> account) {
        if (account.filter(each -> each.is(Role.ADMIN) && !each.suspended()).isEmpty()) {
            throw new NotAllowed("admin_only", "Only an administrator may do this.");
        }
    }

    static NotFound unknown() {
        return new NotFound("user_not_found", "There is no such user.");
    }
}
