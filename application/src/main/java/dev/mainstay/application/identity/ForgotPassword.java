package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LetterKind;

/** Sends a code that sets a new password, if there is somebody to send it to; nobody can tell by the answer or its time. */
public final class ForgotPassword {

    private final Writes writes;
    private final Accounts accounts;
    private final LetterBox letters;

    public ForgotPassword(Writes writes, Accounts accounts, LetterBox letters) {
        this.writes = writes;
        this.accounts = accounts;
        this.letters = letters;
    }

    /** The address of somebody who forgot. */
    public record Command(String email) {
        @Override
        public String toString() {
            return "ForgotPassword";
        }
    }

    public void handle(Command command) {
        EmailAddress email = EmailAddresses.parse(command.email());
        writes.perform(events -> {
            var user =
                    accounts.find(email).filter(account -> !account.suspended()).map(Account::id);
            letters.put(LetterKind.RESET_PASSWORD, user, events);
        });
    }
}
