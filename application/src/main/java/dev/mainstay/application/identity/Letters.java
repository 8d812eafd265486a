package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The queue of letters to send: rows in PostgreSQL with their delivery status (G16). A letter's code is made when it is sent. */
public interface Letters {

    /**
     * Queues a letter, unless one of its kind to the same user is queued already; not before a minute after the last one of its kind.
     *
     * @param to empty for an address nobody has: the row is written all the same, so that nobody can time the difference
     */
    void request(UUID id, LetterKind kind, Optional<UserId> to, Instant now);

    /**
     * Takes the letter that is due the longest and hides it from other workers until the lease ends; should this worker die, another takes
     * it then. Rows that others are just taking are skipped, not waited for.
     */
    Optional<Letter> take(Instant now, Instant leaseEnd);

    void sent(UUID letter, Instant now);

    /**
     * Puts a letter off after a failed attempt.
     *
     * @param error for the operator, without address or code
     */
    void putOff(UUID letter, Instant nextAttempt, String error);

    /**
     * Gives a letter up.
     *
     * @param error for the operator, without address or code
     */
    void bury(UUID letter, Instant now, String error);

    /** Forgets letters sent or given up before the instant. @return how many */
    int forgetBefore(Instant instant);

    /**
     * A letter that a worker has taken.
     *
     * @param to empty for an address nobody has: there is nothing to send
     * @param attempts how often it was taken, this time included
     */
    record Letter(UUID id, LetterKind kind, Optional<Recipient> to, int attempts) {}

    /** Whom a letter is for. */
    record Recipient(UserId user, EmailAddress email, String name, String locale) {}
}
