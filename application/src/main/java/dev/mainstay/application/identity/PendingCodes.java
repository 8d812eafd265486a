package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.LetterKind;
import java.time.Instant;
import java.util.List;

/** Which one-time codes of a user are out, until when; never the codes, never their hashes (U6). */
public record PendingCodes(List<Pending> codes) {

    public PendingCodes {
        codes = List.copyOf(codes);
    }

    /** One that is neither consumed nor out of attempts; it may have expired meanwhile. */
    public record Pending(LetterKind kind, Instant until, int attemptsLeft) {}
}
