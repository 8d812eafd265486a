package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.LoginFailures;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.Optional;

/** Failed logins in {@code identity.login_failure}. */
public final class PostgresLoginFailures implements LoginFailures {

    private final Database database;

    public PostgresLoginFailures(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Instant> lockedUntil(byte[] subject) {
        return database.read(handle -> handle.createQuery("""
                        SELECT locked_until FROM identity.login_failure
                        WHERE subject = :subject AND locked_until IS NOT NULL
                        """)
                .bind("subject", subject)
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public int count(byte[] subject, Instant now, Instant forgetBefore) {
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO identity.login_failure AS f (subject, failures, last_failed_at)
                        VALUES (:subject, 1, :now)
                        ON CONFLICT (subject) DO UPDATE
                        SET failures = CASE WHEN f.last_failed_at < :forgetBefore THEN 1 ELSE f.failures + 1 END,
                            last_failed_at = excluded.last_failed_at
                        RETURNING failures
                        """)
                .bind("subject", subject)
                .bind("now", now)
                .bind("forgetBefore", forgetBefore)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void lock(byte[] subject, Instant until) {
        database.execute(handle -> handle.createUpdate("""
                        UPDATE identity.login_failure SET locked_until = :until WHERE subject = :subject
                        """)
                .bind("subject", subject)
                .bind("until", until)
                .execute());
    }

    @Override
    public void clear(byte[] subject) {
        database.execute(handle -> handle.createUpdate("DELETE FROM identity.login_failure WHERE subject = :subject")
                .bind("subject", subject)
                .execute());
    }

    @Override
    public int forgetBefore(Instant instant) {
        return database.write(
                handle -> handle.createUpdate("DELETE FROM identity.login_failure WHERE last_failed_at < :instant")
                        .bind("instant", instant)
                        .execute());
    }
}
