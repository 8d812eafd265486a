package dev.mainstay.application.identity;

import java.time.Instant;
import java.util.Optional;

/** Failed logins in a row by the keyed hash of the address that was tried, whether anybody has it or not (U7). */
public interface LoginFailures {

    Optional<Instant> lockedUntil(byte[] subject);

    /**
     * Counts one more failure; two at once are both counted.
     *
     * @param forgetBefore failures older than this, with none since, no longer count
     * @return how many in a row, this one included
     */
    int count(byte[] subject, Instant now, Instant forgetBefore);

    /** Locks a subject that has failures counted. */
    void lock(byte[] subject, Instant until);

    /** A success: nothing is held against the subject any more. */
    void clear(byte[] subject);

    /** Forgets what last failed before the instant. @return how many */
    int forgetBefore(Instant instant);
}
