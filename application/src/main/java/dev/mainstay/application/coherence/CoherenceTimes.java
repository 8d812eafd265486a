package dev.mainstay.application.coherence;

import java.time.Duration;

/**
 * How long things last in the protocol of coherence.md. Two are chosen, the rest follows from them; all instances on one database must
 * be given the same.
 *
 * @param trust how long an answer to the trust query lets an instance serve hits, counted from before the query was sent
 * @param idleTransaction after how long PostgreSQL ends a transaction that says nothing; it must be told so on every connection
 */
public record CoherenceTimes(Duration trust, Duration idleTransaction) {

    public static final CoherenceTimes DEFAULT = new CoherenceTimes(Duration.ofMillis(500), Duration.ofSeconds(5));

    /** @throws IllegalArgumentException if a writer that has to wait for the end of all trust would be idle for too long */
    public CoherenceTimes {
        if (trust.toMillis() < 10 || idleTransaction.compareTo(trust.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "trust must last 10 ms at least, and an idle transaction twice as long; not " + trust + " and "
                            + idleTransaction);
        }
    }

    /** How often the trust query is sent: three may fail before a hit is missed. */
    public Duration renewal() {
        return trust.multipliedBy(3).dividedBy(10);
    }

    /** How long a writer waits until no instance trusts any more: a little longer, for clocks run at about the same rate only. */
    public Duration distrustTakes() {
        return trust.plus(trust.dividedBy(100));
    }

    /**
     * How long an incarnation is in quarantine: longer than any transaction that fenced in the one before stays open. It may have
     * fenced one trust before the proposal, then said nothing until just before PostgreSQL would have ended it, and then committed.
     */
    public Duration quarantine() {
        return trust.plus(idleTransaction).plus(slowCommit());
    }

    /** What a commit may take whose writer has died; a live one renews its fences. */
    private Duration slowCommit() {
        return idleTransaction.dividedBy(5);
    }

    /** How long a fence stands that nobody lowers. */
    public Duration fence() {
        return idleTransaction.multipliedBy(6);
    }

    /** After how long a live writer renews the fences of a commit that takes long; well within the quarantine. */
    public Duration fenceRenewal() {
        return idleTransaction.dividedBy(4);
    }

    /** How long a reader may take to load and store. */
    public Duration fillLease() {
        return idleTransaction;
    }

    /** After how long without a sign of life an instance that has declared distrust counts as dead. */
    public Duration silence() {
        return idleTransaction.multipliedBy(2);
    }
}
