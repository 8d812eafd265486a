package dev.mainstay.postgres.audit;

import dev.mainstay.application.audit.AuditLog;
import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;

/** The audit log in {@code audit.entry}; its triggers chain the entries and refuse UPDATE, DELETE and TRUNCATE. */
public final class PostgresAuditLog implements AuditLog {

    private static final GenericType<Map<String, String>> VALUES = new GenericType<>() {};

    private final Database database;

    public PostgresAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry, Instant at) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO audit.entry (at, actor, action, subject_type, subject, before, after)
                        VALUES (:at, :actor, :action, :subjectType, :subject,
                                to_jsonb(:before::public.hstore), to_jsonb(:after::public.hstore))
                        """)
                .bind("at", at)
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subjectType", entry.subjectType())
                .bind("subject", entry.subject())
                .bindByType("before", entry.before(), VALUES)
                .bindByType("after", entry.after(), VALUES)
                .execute());
    }

    @Override
    public List<Recorded> on(UUID subject, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT chain, position, at, actor, action, subject_type, subject,
                               (SELECT public.hstore(array_agg(key), array_agg(value)) FROM jsonb_each_text(before)) AS before,
                               (SELECT public.hstore(array_agg(key), array_agg(value)) FROM jsonb_each_text(after)) AS after
                        FROM audit.entry
                        WHERE subject = :subject
                        ORDER BY chain, position DESC
                        LIMIT :limit
                        """)
                .bind("subject", subject)
                .bind("limit", limit)
                .map((row, context) -> {
                    var values = context.findColumnMapperFor(VALUES).orElseThrow();
                    var before = values.map(row, "before", context);
                    var after = values.map(row, "after", context);
                    return new Recorded(
                            row.getInt("chain"),
                            row.getLong("position"),
                            row.getTimestamp("at").toInstant(),
                            new AuditEntry(
                                    row.getObject("actor", UUID.class),
                                    row.getString("action"),
                                    row.getString("subject_type"),
                                    row.getObject("subject", UUID.class),
                                    before == null ? Map.of() : before,
                                    after == null ? Map.of() : after));
                })
                .list());
    }

    @Override
    public Optional<Broken> verify() {
        return database.read(handle -> handle.createQuery("""
                        WITH linked AS (
                            SELECT e AS entry, e.chain, e.position, e.hash,
                                   lag(e.hash, 1, sha256(convert_to('mainstay audit chain ' || e.chain, 'UTF8'))) OVER w AS previous,
                                   row_number() OVER w AS expected
                            FROM audit.entry e
                            WINDOW w AS (PARTITION BY e.chain ORDER BY e.position)
                        )
                        SELECT chain, position FROM linked
                        WHERE position <> expected OR hash <> audit.hash_of(previous, entry)
                        UNION ALL
                        SELECT c.chain, c.position FROM audit.chain c
                        LEFT JOIN audit.entry e ON e.chain = c.chain AND e.position = c.position
                        WHERE c.position > 0 AND e.hash IS DISTINCT FROM c.hash
                        ORDER BY chain, position
                        LIMIT 1
                        """)
                .map((row, context) -> new Broken(row.getInt("chain"), row.getLong("position")))
                .findOne());
    }
}
