package dev.mainstay.application.idempotency;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Idempotency records that live as long as the test. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {

    private final InMemoryTable<Owner, Row> rows;

    public InMemoryIdempotencyRecords(InMemoryTransactions transactions) {
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<StoredAnswer> claim(IdempotencyKey key, Instant now) {
        var owner = new Owner(key.user(), key.key());
        var known = rows.find(owner);
        if (known.isEmpty()) {
            rows.put(owner, new Row(key.fingerprint(), now, null));
            return Optional.empty();
        }
        if (!known.get().fingerprint().equals(key.fingerprint())) {
            throw new Invalid(
                    "Idempotency-Key",
                    "idempotency_key_reused",
                    "was used before for another request; use a new key for a new request");
        }
        return Optional.ofNullable(known.get().answer());
    }

    @Override
    public void store(IdempotencyKey key, StoredAnswer answer) {
        var owner = new Owner(key.user(), key.key());
        rows.find(owner).ifPresent(row -> rows.put(owner, new Row(row.fingerprint(), row.claimed(), answer)));
    }

    @Override
    public int forgetBefore(Instant instant) {
        return rows.removeIf(row -> row.claimed().isBefore(instant));
    }

    private record Owner(UserId user, String key) {}

    private record Row(
            String fingerprint, Instant claimed, @Nullable StoredAnswer answer) {}
}
