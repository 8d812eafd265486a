package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleGranted;
import dev.mainstay.domain.identity.Session;
import java.time.InstantSource;
import java.util.Optional;

/** At the start: makes the owner of an address that is verified already an administrator, as long as there is no other. */
public final class AppointFirstAdmin {

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    public AppointFirstAdmin(Writes writes, Accounts accounts, Sessions sessions, InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The address as the operator wrote it. */
    public record Command(String email) {}

    /**
     * Appoints.
     *
     * @return false if there is an administrator already, or nobody with that address is verified; then {@link FirstAdmin} waits for it
     */
    public boolean handle(Command command) {
        EmailAddress email = EmailAddresses.parse(command.email());
        return writes.run(events -> !accounts.anyAdmin()
                && accounts.find(email)
                        .flatMap(known -> accounts.holdAlone(known.id()))
                        .filter(Account::verified)
                        .map(account -> appoint(account, events))
                        .isPresent());
    }

    private Account appoint(Account account, Events events) {
        Account admin = account.grant(Role.ADMIN);
        accounts.replace(admin);
        var live = sessions.live(account.id(), clock.instant()).stream()
                .map(Session::id)
                .toList();
        events.raise(new RoleGranted(account.id(), Role.ADMIN, Optional.empty(), live));
        return admin;
    }
}
