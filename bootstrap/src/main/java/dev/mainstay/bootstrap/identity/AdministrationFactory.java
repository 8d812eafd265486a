package dev.mainstay.bootstrap.identity;

import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.Administrators;
import dev.mainstay.application.identity.GrantRole;
import dev.mainstay.application.identity.ListUsers;
import dev.mainstay.application.identity.ReleaseUser;
import dev.mainstay.application.identity.RevokeRole;
import dev.mainstay.application.identity.Sessions;
import dev.mainstay.application.identity.SuspendUser;
import dev.mainstay.application.identity.UserReader;
import dev.mainstay.application.writing.Writes;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What administrators do with users. */
@Factory
final class AdministrationFactory {

    @Singleton
    Administrators administrators(Accounts accounts) {
        return new Administrators(accounts);
    }

    @Singleton
    ListUsers listUsers(Administrators administrators, UserReader reader) {
        return new ListUsers(administrators, reader);
    }

    @Singleton
    GrantRole grantRole(
            Writes writes, Administrators administrators, Accounts accounts, Sessions sessions, InstantSource clock) {
        return new GrantRole(writes, administrators, accounts, sessions, clock);
    }

    @Singleton
    RevokeRole revokeRole(
            Writes writes, Administrators administrators, Accounts accounts, Sessions sessions, InstantSource clock) {
        return new RevokeRole(writes, administrators, accounts, sessions, clock);
    }

    @Singleton
    SuspendUser suspendUser(
            Writes writes, Administrators administrators, Accounts accounts, Sessions sessions, InstantSource clock) {
        return new SuspendUser(writes, administrators, accounts, sessions, clock);
    }

    @Singleton
    ReleaseUser releaseUser(Writes writes, Administrators administrators, Accounts accounts) {
        return new ReleaseUser(writes, administrators, accounts);
    }
}
