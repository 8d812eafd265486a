package dev.mainstay.application.idempotency;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.util.Optional;

/** Idempotency records that live as long as the test. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {

    private final InMemoryTable<Owner, Row> rows;

    public InMemoryIdempotencyRecords(InMemoryTransactions transactions) {
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<StoredAnswer> find(IdempotencyKey key) {
        return rows.find(Owner.of(key)).map(row -> {
            if (!row.fingerprint().equals(key.fingerprint())) {
                throw new Invalid(
                        "Idempotency-Key",
                        "idempotency_key_reused",
                        "was used before for another request; use a new key for a new request");
            }
            return row.answer();
        });
    }

    @Override
    public boolean add(IdempotencyKey key, StoredAnswer answer, Instant now) {
        boolean isNew = rows.find(Owner.of(key)).isEmpty();
        if (isNew) {
            rows.put(Owner.of(key), new Row(key.fingerprint(), now, answer));
        }
        return isNew;
    }

    @Override
    public int forgetBefore(Instant instant) {
        return rows.removeIf(row -> row.claimed().isBefore(instant));
    }

    private record Owner(UserId user, String key) {
        static Owner of(IdempotencyKey key) {
            return new Owner(key.user(), key.key());
        }
    }

    private record Row(String fingerprint, Instant claimed, StoredAnswer answer) {}
}
