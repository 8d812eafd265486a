package dev.mainstay.application.identity;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.Registered;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Registers somebody who is not known yet. The answer is the same, and takes about as long, whether the address is new, waits for
 * its verification or has an account: what differs is the letter that goes to its owner (U2).
 */
public final class Register {

    private final Writes writes;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Passwords passwords;
    private final LetterBox letters;
    private final Ids ids;
    private final InstantSource clock;

    public Register(
            Writes writes,
            Accounts accounts,
            Profiles profiles,
            Passwords passwords,
            LetterBox letters,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.profiles = profiles;
        this.passwords = passwords;
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a newcomer tells.
     *
     * @param name may be empty
     * @param locale a BCP 47 language tag
     */
    public record Command(String email, String password, String name, ZoneId timeZone, String locale) {
        @Override
        public String toString() {
            return "Register";
        }
    }

    public void handle(Command command) {
        EmailAddress email = EmailAddresses.parse(command.email());
        String password = PasswordRules.choose("password", command.password(), email);
        var user = new UserId(ids.next());
        var profile = Profile.begin(user, command.name(), command.timeZone(), command.locale());
        var account = Account.register(user, email, passwords.hash(password), clock.instant());
        // Both, always, and outside the transaction: the time they take says nothing, and no connection waits for them.
        Optional<PasswordHash> seen;
        boolean same;
        do {
            seen = accounts.find(email).flatMap(Account::password);
            same = passwords.matches(password, seen);
        } while (!registered(account, profile, seen, same));
    }

    /** False if the account has another password by now than the one that was compared, as after a double click. */
    private boolean registered(Account account, Profile profile, Optional<PasswordHash> seen, boolean samePassword) {
        return writes.run(events -> {
            if (accounts.add(account)) {
                profiles.add(profile);
                events.raise(new Registered(account.id()));
                letters.put(LetterKind.VERIFY_EMAIL, Optional.of(account.id()), events);
                return true;
            }
            return again(account.email(), seen, samePassword, events);
        });
    }

    private boolean again(EmailAddress email, Optional<PasswordHash> seen, boolean samePassword, Events events) {
        Account known = accounts.find(email)
                .flatMap(account -> accounts.holdAlone(account.id()))
                .orElseThrow(() -> new Contention(new IllegalStateException("the account is just being removed")));
        if (known.verified()) {
            letters.put(LetterKind.ALREADY_REGISTERED, Optional.of(known.id()), events);
            return true;
        }
        if (!known.password().equals(seen)) {
            return false;
        }
        if (!samePassword) {
            // Two people, or one who forgot: nobody's password may hold until the mailbox decides.
            accounts.replace(known.contest());
        }
        letters.put(LetterKind.VERIFY_EMAIL, Optional.of(known.id()), events);
        return true;
    }
}
