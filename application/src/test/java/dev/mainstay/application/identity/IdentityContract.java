package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of identity's ports share: a store, and people in it. */
public abstract class IdentityContract {

    protected static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final PasswordHash PASSWORD = new PasswordHash("$test$hash");

    protected IdentityStores stores;

    @BeforeEach
    final void openStores() {
        stores = stores();
    }

    /** An empty store. */
    protected abstract IdentityStores stores();

    protected <T> T inTransaction(Supplier<T> work) {
        return stores.transactions().run(work);
    }

    protected void inTransaction(Runnable work) {
        stores.transactions().run(() -> {
            work.run();
            return true;
        });
    }

    /** Somebody who has just registered as {@code name@example.org}. */
    protected Account registered(String name) {
        var account =
                Account.register(new UserId(UUID.randomUUID()), new EmailAddress(name + "@example.org"), PASSWORD, NOW);
        inTransaction(() -> {
            stores.accounts().add(account);
            stores.profiles().add(Profile.begin(account.id(), name, ZoneId.of("Europe/Vienna"), "de-AT"));
        });
        return account;
    }

    /** A session of theirs, opened so long after {@link #NOW}. */
    protected Session opened(Account account, Duration later) {
        var session = new Session(
                new SessionId(UUID.randomUUID()),
                account.id(),
                "Firefox",
                "0a0b",
                NOW.plus(later),
                NOW.plus(later),
                NOW.plus(Duration.ofDays(30)),
                Optional.empty());
        inTransaction(() -> stores.sessions().open(session));
        return session;
    }
}
