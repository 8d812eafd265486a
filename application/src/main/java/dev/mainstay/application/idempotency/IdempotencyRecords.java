package dev.mainstay.application.idempotency;

import java.time.Instant;
import java.util.Optional;

/** Answers by idempotency key; facts, written in the transaction of the effect they belong to. */
public interface IdempotencyRecords {

    /**
     * The answer that was stored under the key.
     *
     * @throws dev.mainstay.domain.refusal.Invalid if the key was used with another fingerprint
     */
    Optional<StoredAnswer> find(IdempotencyKey key);

    /**
     * Stores the answer of what this transaction does, waiting for another that stores one under the key to end.
     *
     * @return false if the key has an answer already, whatever its fingerprint: this transaction must be rolled back
     */
    boolean add(IdempotencyKey key, StoredAnswer answer, Instant now);

    /** Forgets answers stored before the instant. @return how many */
    int forgetBefore(Instant instant);
}
