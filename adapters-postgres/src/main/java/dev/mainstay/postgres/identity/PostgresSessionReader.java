package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.OneTimeCodes;
import dev.mainstay.application.identity.PendingCodes;
import dev.mainstay.application.identity.PendingCodes.Pending;
import dev.mainstay.application.identity.Revocation;
import dev.mainstay.application.identity.SessionReader;
import dev.mainstay.application.identity.SessionState;
import dev.mainstay.application.identity.SessionState.Live;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.util.Optional;
import java.util.UUID;

/** What guards must know, one statement each. */
public final class PostgresSessionReader implements SessionReader {

    private final Database database;

    public PostgresSessionReader(Database database) {
        this.database = database;
    }

    @Override
    public SessionState state(SessionId session) {
        return database.read(handle -> handle.createQuery("SELECT s.user_id, s.expires_at, " + AccountRows.STATUS + """
                        AS status,
                               ARRAY(SELECT r.role FROM identity.account_role r WHERE r.user_id = s.user_id) AS roles
                        FROM identity.session s
                        JOIN identity.account a ON a.id = s.user_id
                        WHERE s.id = :session AND s.ended_at IS NULL
                        """)
                .bind("session", session.value())
                .map((row, context) -> new SessionState(Optional.of(new Live(
                        new UserId(row.getObject("user_id", UUID.class)),
                        AccountStatus.valueOf(row.getString("status")),
                        AccountRows.roles(row),
                        row.getTimestamp("expires_at").toInstant()))))
                .findOne()
                .orElse(SessionState.NONE));
    }

    @Override
    public Revocation revocation(SessionId session) {
        return database.read(handle -> handle.createQuery("""
                        SELECT end_reason FROM identity.session WHERE id = :session AND ended_at IS NOT NULL
                        """)
                .bind("session", session.value())
                .mapTo(SessionEnd.class)
                .findOne()
                .map(reason -> new Revocation(Optional.of(reason)))
                .orElse(Revocation.NONE));
    }

    @Override
    public PendingCodes pendingCodes(UserId user) {
        return new PendingCodes(database.read(handle -> handle.createQuery("""
                        SELECT kind, expires_at, :most - attempts AS attempts_left
                        FROM identity.one_time_code
                        WHERE user_id = :user AND consumed_at IS NULL AND attempts < :most
                        ORDER BY kind
                        """)
                .bind("user", user.value())
                .bind("most", OneTimeCodes.MAX_ATTEMPTS)
                .map((row, context) -> new Pending(
                        LetterKind.valueOf(row.getString("kind")),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getInt("attempts_left")))
                .list()));
    }
}
