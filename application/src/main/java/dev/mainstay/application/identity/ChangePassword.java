package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.PasswordChanged;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import java.time.InstantSource;
import java.util.Optional;

/** Sets a new password for a user who knows the old one, and ends the user's other sessions. */
public final class ChangePassword {

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final LoginGate gate;
    private final InstantSource clock;

    public ChangePassword(
            Writes writes,
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            LoginGate gate,
            InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.gate = gate;
        this.clock = clock;
    }

    /** The password that was, and the one to be. */
    public record Command(Caller caller, String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return "ChangePassword";
        }
    }

    /**
     * Changes it.
     *
     * @throws Invalid if the current password is wrong or the new one is not good enough
     */
    public void handle(Command command) {
        UserId user = command.caller().user();
        gate.passAgain(user);
        Account known = accounts.find(user).orElseThrow(ChangePassword::gone);
        String chosen = PasswordRules.choose("newPassword", command.newPassword(), known.email());
        if (!passwords.matches(PasswordRules.normal(command.currentPassword()), known.password())) {
            throw new Invalid("currentPassword", "wrong", "is not your password");
        }
        var hash = passwords.hash(chosen);
        writes.perform(events -> {
            Account account = accounts.holdAlone(user).orElseThrow(ChangePassword::gone);
            if (!account.password().equals(known.password())) {
                throw new Conflict("password_changed", "The password was changed by somebody else meanwhile.");
            }
            accounts.replace(account.withPassword(hash));
            var ended = sessions.endAll(
                    user, Optional.of(command.caller().session()), SessionEnd.PASSWORD_CHANGED, clock.instant());
            events.raise(new PasswordChanged(user, ended));
        });
    }

    private static NotFound gone() {
        return new NotFound("user_not_found", "This account no longer exists.");
    }
}
