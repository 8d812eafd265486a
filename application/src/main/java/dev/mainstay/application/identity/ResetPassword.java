package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.EmailVerified;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.PasswordHash;
import dev.mainstay.domain.identity.PasswordReset;
import dev.mainstay.domain.identity.SessionEnd;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sets a new password for whoever got the code by mail, ends all sessions and opens a lock-out: the mailbox outranks the password. */
public final class ResetPassword {

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final CodeCheck codes;
    private final LoginGate gate;
    private final InstantSource clock;

    public ResetPassword(
            Writes writes,
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            CodeCheck codes,
            LoginGate gate,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.codes = codes;
        this.gate = gate;
        this.clock = clock;
    }

    /** The code from the letter, the address it was sent to, and the password to be. */
    public record Command(String email, String code, String newPassword) {
        @Override
        public String toString() {
            return "ResetPassword";
        }
    }

    /** Resets; wrong, late and unknown are not told apart. */
    public void handle(Command command) {
        EmailAddress email = EmailAddresses.parse(command.email());
        var hash = passwords.hash(PasswordRules.choose("newPassword", command.newPassword(), email));
        boolean reset = writes.run(events -> accounts.find(email)
                .flatMap(known -> accounts.holdAlone(known.id()))
                .filter(account -> codes.accepts(account.id(), LetterKind.RESET_PASSWORD, command.code(), events))
                .map(account -> reset(account, hash, events))
                .isPresent());
        if (!reset) {
            throw CodeCheck.refusal();
        }
    }

    private Account reset(Account account, PasswordHash hash, Events events) {
        Instant now = clock.instant();
        var changed = account.verify(now).withPassword(hash);
        accounts.replace(changed);
        if (!account.verified()) {
            events.raise(new EmailVerified(account.id(), account.email()));
        }
        var ended = sessions.endAll(account.id(), Optional.empty(), SessionEnd.PASSWORD_RESET, now);
        gate.succeeded(account.email());
        events.raise(new PasswordReset(account.id(), ended));
        return changed;
    }
}
