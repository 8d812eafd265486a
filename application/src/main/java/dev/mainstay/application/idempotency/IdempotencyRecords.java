package dev.mainstay.application.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Answers by idempotency key; facts, written in the transaction of the effect they belong to. */
public interface IdempotencyRecords {

    /**
     * Claims the key for this transaction, waiting for another that holds it to end.
     *
     * @return empty if the key is new and now claimed; else the answer that was stored under it
     * @throws dev.mainstay.domain.refusal.Invalid if the key was used with another fingerprint
     */
    Optional<StoredAnswer> claim(IdempotencyKey key, Instant now);

    /** Stores the answer under a key that this transaction has claimed. */
    void store(IdempotencyKey key, StoredAnswer answer);

    /** Forgets keys claimed before the instant. @return how many */
    int forgetBefore(Instant instant);
}
