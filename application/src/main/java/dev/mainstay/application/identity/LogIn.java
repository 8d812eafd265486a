package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.Refusal;
import java.util.Optional;

/** Opens a session for whoever knows the password. */
public final class LogIn {

    private final Writes writes;
    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginGate gate;
    private final SessionOpening opening;
    private final LetterBox letters;

    public LogIn(
            Writes writes,
            Accounts accounts,
            Passwords passwords,
            LoginGate gate,
            SessionOpening opening,
            LetterBox letters) {
        this.writes = writes;
        this.accounts = accounts;
        this.passwords = passwords;
        this.gate = gate;
        this.opening = opening;
        this.letters = letters;
    }

    /** Credentials, and where they come from. */
    public record Command(String email, String password, Origin origin) {
        @Override
        public String toString() {
            return "LogIn";
        }
    }

    /**
     * Logs in.
     *
     * @throws NotAuthenticated {@code credentials_wrong}, whether the account is unknown or the password wrong
     * @throws NotAllowed {@code email_unverified} or {@code account_suspended}, to whoever knew the password
     */
    public Tokens handle(Command command) {
        EmailAddress email = EmailAddresses.parse(command.email());
        gate.pass(email, command.origin().address());
        String password = PasswordRules.normal(command.password());
        Optional<Account> known = accounts.find(email);
        // Outside any transaction, for it takes long; and for an unknown account as long as for a known one.
        if (!passwords.matches(password, known.flatMap(Account::password))) {
            writes.perform(events -> gate.failed(email, known.map(Account::id), events));
            throw wrong();
        }
        PasswordHash proved = known.flatMap(Account::password).orElseThrow();
        Optional<PasswordHash> stronger =
                passwords.outdated(proved) ? Optional.of(passwords.hash(password)) : Optional.empty();
        Outcome outcome = writes.run(events -> open(known.orElseThrow(), proved, stronger, command.origin(), events));
        return switch (outcome) {
            case Opened opened -> opened.tokens();
            case Refused refused -> throw refused.refusal();
        };
    }

    private Outcome open(
            Account known, PasswordHash proved, Optional<PasswordHash> stronger, Origin origin, Events events) {
        // Held, so that a suspension or a change of roles cannot slip between the check and the session: see
        // Accounts.holdShared.
        Optional<Account> held =
                stronger.isPresent() ? accounts.holdAlone(known.id()) : accounts.holdShared(known.id());
        if (held.isEmpty() || !held.get().password().equals(Optional.of(proved))) {
            return new Refused(wrong());
        }
        Account account = held.get();
        if (account.suspended()) {
            return new Refused(new NotAllowed("account_suspended", "This account is suspended; ask an administrator."));
        }
        if (!account.verified()) {
            letters.put(LetterKind.VERIFY_EMAIL, Optional.of(account.id()), events);
            return new Refused(new NotAllowed(
                    "email_unverified", "The e-mail address is not verified yet; a new code is on its way."));
        }
        gate.requireUnlocked(account.email());
        stronger.ifPresent(hash -> accounts.replace(account.withPassword(hash)));
        gate.succeeded(account.email());
        return new Opened(opening.open(account, origin, events));
    }

    private static NotAuthenticated wrong() {
        return new NotAuthenticated("credentials_wrong", "E-mail address or password is wrong.");
    }

    /** What became of right credentials; a refusal is an answer here, for what was queued must be committed. */
    private sealed interface Outcome {}

    private record Opened(Tokens tokens) implements Outcome {}

    private record Refused(Refusal refusal) implements Outcome {}
}
