package dev.mainstay.bootstrap.demo;

import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.AppointFirstAdmin;
import dev.mainstay.application.identity.Passwords;
import dev.mainstay.application.identity.Profiles;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.Registered;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.time.ZoneId;

/** Makes accounts that are verified at once: nobody reads their mail. */
final class DemoPeople {

    private final Writes writes;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Passwords passwords;
    private final AppointFirstAdmin appoint;
    private final Ids ids;
    private final InstantSource clock;

    DemoPeople(
            Writes writes,
            Accounts accounts,
            Profiles profiles,
            Passwords passwords,
            AppointFirstAdmin appoint,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.appoint = appoint;
        this.ids = ids;
        this.clock = clock;
    }

    boolean know(String email) {
        return accounts.find(new EmailAddress(email)).isPresent();
    }

    UserId add(Demo.Login login, String name, ZoneId zone) {
        var user = new UserId(ids.next());
        var hash = passwords.hash(login.password());
        var now = clock.instant();
        writes.perform(events -> {
            accounts.add(Account.register(user, new EmailAddress(login.email()), hash, now));
            accounts.replace(accounts.holdAlone(user).orElseThrow().verify(now));
            profiles.add(Profile.begin(user, name, zone, "en"));
            events.raise(new Registered(user));
        });
        return user;
    }

    void addAdministrator(Demo.Login login, String name, ZoneId zone) {
        add(login, name, zone);
        appoint.handle(new AppointFirstAdmin.Command(login.email()));
    }
}
