package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.Letters;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The queue of letters in {@code identity.code_request}, taken with SKIP LOCKED (G16). */
public final class PostgresLetters implements Letters {

    private final Database database;

    public PostgresLetters(Database database) {
        this.database = database;
    }

    @Override
    public void request(UUID id, LetterKind kind, Optional<UserId> to, Instant now) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO identity.code_request (id, kind, account_id, status, requested_at, next_attempt)
                        VALUES (:id, :kind, :to, 'QUEUED', :now, greatest(:now, (
                            SELECT max(earlier.finished_at) + interval '1 minute'
                            FROM identity.code_request earlier
                            WHERE earlier.account_id = :to AND earlier.kind = :kind AND earlier.status = 'SENT'
                        )))
                        ON CONFLICT (account_id, kind) WHERE status = 'QUEUED' DO NOTHING
                        """)
                .bind("id", id)
                .bind("kind", kind)
                .bindByType("to", to.map(UserId::value).orElse(null), UUID.class)
                .bind("now", now)
                .execute());
    }

    @Override
    public Optional<Letter> take(Instant now, Instant leaseEnd) {
        return database.write(handle -> handle.createQuery("""
                        WITH taken AS (
                            UPDATE identity.code_request SET attempts = attempts + 1, next_attempt = :leaseEnd
                            WHERE id = (
                                SELECT id FROM identity.code_request
                                WHERE status = 'QUEUED' AND next_attempt <= :now
                                ORDER BY next_attempt
                                LIMIT 1
                                FOR UPDATE SKIP LOCKED
                            )
                            RETURNING id, kind, account_id, attempts
                        )
                        SELECT taken.id, taken.kind, taken.account_id, taken.attempts, a.email, p.name, p.locale
                        FROM taken
                        LEFT JOIN identity.account a ON a.id = taken.account_id
                        LEFT JOIN identity.profile p ON p.user_id = taken.account_id
                        """)
                .bind("now", now)
                .bind("leaseEnd", leaseEnd)
                .map((row, context) -> new Letter(
                        row.getObject("id", UUID.class),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getObject("account_id") == null ? Optional.empty() : Optional.of(recipient(row)),
                        row.getInt("attempts")))
                .findOne());
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                new UserId(row.getObject("account_id", UUID.class)),
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                row.getString("locale"));
    }

    @Override
    public void sent(UUID letter, Instant now) {
        database.execute(handle ->
                handle.createUpdate("""
                        UPDATE identity.code_request SET status = 'SENT', finished_at = :now, last_error = NULL WHERE id = :id
                        """).bind("id", letter).bind("now", now).execute());
    }

    @Override
    public void putOff(UUID letter, Instant nextAttempt, String error) {
        database.execute(handle -> handle.createUpdate("""
                        UPDATE identity.code_request SET next_attempt = :next, last_error = :error WHERE id = :id
                        """)
                .bind("id", letter)
                .bind("next", nextAttempt)
                .bind("error", error)
                .execute());
    }

    @Override
    public void bury(UUID letter, Instant now, String error) {
        database.execute(handle -> handle.createUpdate("""
                        UPDATE identity.code_request SET status = 'DEAD', finished_at = :now, last_error = :error WHERE id = :id
                        """)
                .bind("id", letter)
                .bind("now", now)
                .bind("error", error)
                .execute());
    }

    @Override
    public int forgetBefore(Instant instant) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM identity.code_request WHERE finished_at < :instant")
                        .bind("instant", instant)
                        .execute());
    }
}
