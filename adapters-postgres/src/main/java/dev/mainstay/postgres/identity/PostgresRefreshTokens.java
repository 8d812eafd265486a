package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.RefreshTokens;
import dev.mainstay.domain.identity.RefreshToken;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Refresh tokens in {@code identity.refresh_token}, spent by one conditional UPDATE. */
public final class PostgresRefreshTokens implements RefreshTokens {

    private final Database database;

    public PostgresRefreshTokens(Database database) {
        this.database = database;
    }

    @Override
    public void issue(RefreshToken token) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO identity.refresh_token (hash, session_id, issued_at, expires_at)
                        VALUES (:hash, :session, :issuedAt, :expiresAt)
                        """)
                .bind("hash", bytes(token.hash()))
                .bind("session", token.session().value())
                .bind("issuedAt", token.issuedAt())
                .bind("expiresAt", token.expiresAt())
                .execute());
    }

    @Override
    public Optional<RefreshToken> find(String hash) {
        return database.read(handle -> handle.createQuery("""
                        SELECT session_id, issued_at, expires_at, rotated_at FROM identity.refresh_token WHERE hash = :hash
                        """)
                .bind("hash", bytes(hash))
                .map((row, context) -> new RefreshToken(
                        hash,
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        AccountRows.instant(row, "rotated_at")))
                .findOne());
    }

    @Override
    public boolean spend(String hash, Instant now) {
        int rows = database.write(handle -> handle.createUpdate("""
                        UPDATE identity.refresh_token SET rotated_at = :now
                        WHERE hash = :hash AND rotated_at IS NULL AND expires_at > :now
                        """)
                .bind("hash", bytes(hash))
                .bind("now", now)
                .execute());
        return rows == 1;
    }

    @Override
    public int forgetBefore(Instant instant) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM identity.refresh_token WHERE expires_at < :instant")
                        .bind("instant", instant)
                        .execute());
    }

    private static byte[] bytes(String hash) {
        return HexFormat.of().parseHex(hash);
    }
}
