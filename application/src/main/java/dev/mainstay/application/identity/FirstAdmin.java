package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.EmailVerified;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleGranted;
import dev.mainstay.domain.identity.UserId;
import java.util.List;
import java.util.Optional;

/** Makes the owner of the configured address an administrator as soon as it is verified, as long as there is no other. */
public final class FirstAdmin implements InTransaction {

    private final Accounts accounts;
    private final Optional<EmailAddress> configured;

    /**
     * Listens for the address.
     *
     * @param configured as the operator wrote it; empty: nobody is appointed
     */
    public FirstAdmin(Accounts accounts, Optional<String> configured) {
        this.accounts = accounts;
        this.configured = configured.map(EmailAddresses::parse);
    }

    @Override
    public void on(DomainEvent event, Events events) {
        if (event instanceof EmailVerified verified && configured.equals(Optional.of(verified.email()))) {
            appoint(verified.user(), events);
        }
    }

    private void appoint(UserId user, Events events) {
        if (!accounts.anyAdmin()) {
            accounts.holdAlone(user).ifPresent(account -> {
                accounts.replace(account.grant(Role.ADMIN));
                events.raise(new RoleGranted(user, Role.ADMIN, Optional.empty(), List.of()));
            });
        }
    }
}
