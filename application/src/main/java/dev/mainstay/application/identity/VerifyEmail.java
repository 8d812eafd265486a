package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.EmailVerified;
import dev.mainstay.domain.identity.LetterKind;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the code that proves a mailbox. A contested password is forgotten by it, and a letter to set a new one follows. */
public final class VerifyEmail {

    private final Writes writes;
    private final Accounts accounts;
    private final CodeCheck codes;
    private final LetterBox letters;
    private final InstantSource clock;

    public VerifyEmail(Writes writes, Accounts accounts, CodeCheck codes, LetterBox letters, InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.codes = codes;
        this.letters = letters;
        this.clock = clock;
    }

    /** The code from the letter, and the address it was sent to. */
    public record Command(String email, String code) {
        @Override
        public String toString() {
            return "VerifyEmail";
        }
    }

    /** Verifies; wrong, late and unknown are not told apart. */
    public void handle(Command command) {
        EmailAddress email = EmailAddresses.parse(command.email());
        boolean verified = writes.run(events -> accounts.find(email)
                .flatMap(known -> accounts.holdAlone(known.id()))
                .filter(account -> codes.accepts(account.id(), LetterKind.VERIFY_EMAIL, command.code(), events))
                .map(account -> verify(account, events))
                .isPresent());
        if (!verified) {
            throw CodeCheck.refusal();
        }
    }

    private Account verify(Account account, Events events) {
        var verified = account.verify(clock.instant());
        accounts.replace(verified);
        events.raise(new EmailVerified(account.id(), account.email()));
        if (verified.password().isEmpty()) {
            letters.put(LetterKind.RESET_PASSWORD, Optional.of(account.id()), events);
        }
        return verified;
    }
}
