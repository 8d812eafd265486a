package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.Sessions;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Sessions in {@code identity.session}. */
public final class PostgresSessions implements Sessions {

    private static final String COLUMNS = """
            id, user_id, device, address_hash, created_at, last_seen_at, expires_at, end_reason
            """;

    private final Database database;

    public PostgresSessions(Database database) {
        this.database = database;
    }

    @Override
    public void open(Session session) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO identity.session
                            (id, user_id, device, address_hash, created_at, last_seen_at, expires_at)
                        VALUES (:id, :user, :device, :addressHash, :createdAt, :lastSeenAt, :expiresAt)
                        """)
                .bind("id", session.id().value())
                .bind("user", session.user().value())
                .bind("device", session.device())
                .bind("addressHash", session.addressHash())
                .bind("createdAt", session.createdAt())
                .bind("lastSeenAt", session.lastSeenAt())
                .bind("expiresAt", session.expiresAt())
                .execute());
    }

    @Override
    public Optional<Session> find(SessionId session) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM identity.session WHERE id = :id")
                .bind("id", session.value())
                .map(PostgresSessions::session)
                .findOne());
    }

    @Override
    public List<Session> live(UserId user, Instant now) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
                        FROM identity.session
                        WHERE user_id = :user AND ended_at IS NULL AND expires_at > :now
                        ORDER BY created_at DESC, id DESC
                        """)
                .bind("user", user.value())
                .bind("now", now)
                .map(PostgresSessions::session)
                .list());
    }

    @Override
    public List<SessionId> all(UserId user) {
        return database.read(handle -> handle.createQuery("SELECT id FROM identity.session WHERE user_id = :user")
                .bind("user", user.value())
                .mapTo(UUID.class)
                .map(SessionId::new)
                .list());
    }

    @Override
    public void refresh(Session refreshed) {
        database.execute(handle -> handle.createUpdate("""
                        UPDATE identity.session SET last_seen_at = :lastSeenAt, expires_at = :expiresAt WHERE id = :id
                        """)
                .bind("id", refreshed.id().value())
                .bind("lastSeenAt", refreshed.lastSeenAt())
                .bind("expiresAt", refreshed.expiresAt())
                .execute());
    }

    @Override
    public boolean end(UserId user, SessionId session, SessionEnd reason, Instant now) {
        int rows = database.write(handle -> handle.createUpdate("""
                        UPDATE identity.session SET ended_at = :now, end_reason = :reason
                        WHERE id = :id AND user_id = :user AND ended_at IS NULL AND expires_at > :now
                        """)
                .bind("id", session.value())
                .bind("user", user.value())
                .bind("reason", reason)
                .bind("now", now)
                .execute());
        return rows == 1;
    }

    @Override
    public List<SessionId> endAll(UserId user, Optional<SessionId> but, SessionEnd reason, Instant now) {
        return database.write(handle -> handle.createQuery("""
                        UPDATE identity.session SET ended_at = :now, end_reason = :reason
                        WHERE user_id = :user AND id IS DISTINCT FROM :but AND ended_at IS NULL AND expires_at > :now
                        RETURNING id
                        """)
                .bind("user", user.value())
                .bindByType("but", but.map(SessionId::value).orElse(null), UUID.class)
                .bind("reason", reason)
                .bind("now", now)
                .mapTo(UUID.class)
                .map(SessionId::new)
                .list());
    }

    @Override
    public int forgetBefore(Instant instant) {
        return database.write(
                handle -> handle.createUpdate("""
                        DELETE FROM identity.session WHERE least(expires_at, ended_at) < :instant
                        """).bind("instant", instant).execute());
    }

    private static Session session(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("device"),
                row.getString("address_hash"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("last_seen_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getString("end_reason")).map(SessionEnd::valueOf));
    }
}
