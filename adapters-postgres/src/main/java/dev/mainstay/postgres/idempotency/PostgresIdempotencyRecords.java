package dev.mainstay.postgres.idempotency;

import dev.mainstay.application.idempotency.IdempotencyKey;
import dev.mainstay.application.idempotency.IdempotencyRecords;
import dev.mainstay.application.idempotency.StoredAnswer;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.generic.GenericType;

/** Idempotency records in {@code idempotency.record}; the primary key makes the second of two at once wait for the first. */
public final class PostgresIdempotencyRecords implements IdempotencyRecords {

    private static final GenericType<Map<String, String>> HEADERS = new GenericType<>() {};

    private final Database database;

    public PostgresIdempotencyRecords(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredAnswer> find(IdempotencyKey key) {
        return database.read(handle -> handle.createQuery("""
                        SELECT fingerprint, status, body, headers
                        FROM idempotency.record
                        WHERE user_id = :user AND key = :key
                        """)
                .bind("user", key.user().value())
                .bind("key", key.key())
                .map((row, context) -> {
                    if (!row.getString("fingerprint").equals(key.fingerprint())) {
                        throw new Invalid(
                                "Idempotency-Key",
                                "idempotency_key_reused",
                                "was used before for another request; use a new key for a new request");
                    }
                    var headers = context.findColumnMapperFor(HEADERS).orElseThrow();
                    return new StoredAnswer(
                            row.getInt("status"), row.getString("body"), headers.map(row, "headers", context));
                })
                .findOne());
    }

    @Override
    public boolean add(IdempotencyKey key, StoredAnswer answer, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                                INSERT INTO idempotency.record (user_id, key, fingerprint, claimed_at, status, body, headers)
                                VALUES (:user, :key, :fingerprint, :now, :status, :body, :headers)
                                ON CONFLICT (user_id, key) DO NOTHING
                                """)
                        .bind("user", key.user().value())
                        .bind("key", key.key())
                        .bind("fingerprint", key.fingerprint())
                        .bind("now", now)
                        .bind("status", answer.status())
                        .bind("body", answer.body())
                        .bindByType("headers", answer.headers(), HEADERS)
                        .execute()
                == 1);
    }

    @Override
    public int forgetBefore(Instant instant) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM idempotency.record WHERE claimed_at < :instant")
                        .bind("instant", instant)
                        .execute());
    }
}
