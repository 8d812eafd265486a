package dev.mainstay.application.idempotency;

import dev.mainstay.application.writing.Writes;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Carries a request out once per key: the effect and its answer are one transaction, and later repeats get that answer. */
public final class IdempotentRequests {

    private final Writes writes;
    private final IdempotencyRecords records;
    private final InstantSource clock;

    public IdempotentRequests(Writes writes, IdempotencyRecords records, InstantSource clock) {
        this.writes = writes;
        this.records = records;
        this.clock = clock;
    }

    /**
     * The answer to the request, given now or before.
     *
     * @param request carries the request out and returns its answer; a refusal is not stored, for it changed nothing
     * @throws dev.mainstay.domain.refusal.Invalid if the key was used for another request
     */
    public StoredAnswer answer(IdempotencyKey key, Supplier<StoredAnswer> request) {
        return writes.run(events -> records.claim(key, clock.instant()).orElseGet(() -> {
            StoredAnswer answer = request.get();
            records.store(key, answer);
            return answer;
        }));
    }
}
