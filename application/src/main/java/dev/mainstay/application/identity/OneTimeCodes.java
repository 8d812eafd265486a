package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/** The codes that are good at the moment, at most one of a kind per user; hashes alone (U6). */
public interface OneTimeCodes {

    /** At most so many tries at one code. */
    int MAX_ATTEMPTS = 5;

    /** Stores a new code in place of the user's last one of the kind. */
    void issue(UserId user, LetterKind kind, byte[] hash, Instant expiresAt);

    /**
     * Uses up one attempt at the user's code, by one conditional update, right or wrong.
     *
     * @return the stored hash to compare with; empty if there is no code, or it is consumed, expired or has no attempts left
     */
    Optional<byte[]> attempt(UserId user, LetterKind kind, Instant now);

    /** The code was right: it is worth nothing from now on. */
    void consume(UserId user, LetterKind kind, Instant now);

    /** Forgets codes that expired before the instant. @return how many */
    int forgetBefore(Instant instant);
}
