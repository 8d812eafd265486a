package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.OneTimeCodes;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.Optional;

/** One-time codes in {@code identity.one_time_code}; attempts are counted by one conditional UPDATE. */
public final class PostgresOneTimeCodes implements OneTimeCodes {

    private final Database database;

    public PostgresOneTimeCodes(Database database) {
        this.database = database;
    }

    @Override
    public void issue(UserId user, LetterKind kind, byte[] hash, Instant expiresAt) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO identity.one_time_code (user_id, kind, hash, expires_at, attempts)
                        VALUES (:user, :kind, :hash, :expiresAt, 0)
                        ON CONFLICT (user_id, kind) DO UPDATE
                        SET hash = excluded.hash, expires_at = excluded.expires_at, attempts = 0, consumed_at = NULL
                        """)
                .bind("user", user.value())
                .bind("kind", kind)
                .bind("hash", hash)
                .bind("expiresAt", expiresAt)
                .execute());
    }

    @Override
    public Optional<byte[]> attempt(UserId user, LetterKind kind, Instant now) {
        return database.write(handle -> handle.createQuery("""
                        UPDATE identity.one_time_code SET attempts = attempts + 1
                        WHERE user_id = :user AND kind = :kind
                          AND consumed_at IS NULL AND expires_at > :now AND attempts < :most
                        RETURNING hash
                        """)
                .bind("user", user.value())
                .bind("kind", kind)
                .bind("now", now)
                .bind("most", MAX_ATTEMPTS)
                .map((row, context) -> row.getBytes("hash"))
                .findOne());
    }

    @Override
    public void consume(UserId user, LetterKind kind, Instant now) {
        database.execute(handle -> handle.createUpdate("""
                        UPDATE identity.one_time_code SET consumed_at = :now WHERE user_id = :user AND kind = :kind
                        """)
                .bind("user", user.value())
                .bind("kind", kind)
                .bind("now", now)
                .execute());
    }

    @Override
    public int forgetBefore(Instant instant) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM identity.one_time_code WHERE expires_at < :instant")
                        .bind("instant", instant)
                        .execute());
    }
}
