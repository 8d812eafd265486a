package dev.mainstay.application.idempotency;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Carries a request out once per key: the effect and its answer are one transaction, and later repeats get that answer.
 *
 * <p>Nearly every request is the first with its key, so nobody looks before: the answer is stored last, and a repeat is noticed when it
 * can't be. It has then acted in vain and is rolled back. That is one statement for a key, not two.
 */
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
     * @param request carries the request out and returns its answer; may run although it was answered before, and is then taken
     *     back. A refusal is not stored, for it changed nothing
     * @throws dev.mainstay.domain.refusal.Invalid if the key was used for another request
     */
    public StoredAnswer answer(IdempotencyKey key, Supplier<StoredAnswer> request) {
        try {
            return writes.run(events -> {
                StoredAnswer answer = request.get();
                if (!records.add(key, answer, clock.instant())) {
                    throw new Repeated();
                }
                return answer;
            });
        } catch (Repeated repeated) {
            // Forgotten since: then it is a new request.
            return records.find(key).orElseGet(() -> answer(key, request));
        } catch (Unavailable away) {
            throw away;
        } catch (Refusal refused) {
            // What was done before may be the very reason why it can't be done again.
            return records.find(key).orElseThrow(() -> refused);
        }
    }

    /** Takes back what a repeated request did. */
    private static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Repeated() {
            super("the key has an answer", null, false, false);
        }
    }
}
