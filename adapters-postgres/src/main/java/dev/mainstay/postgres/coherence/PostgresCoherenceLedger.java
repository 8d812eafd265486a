package dev.mainstay.postgres.coherence;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.SqlFailures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The ledger in the schema {@code coherence}.
 *
 * <p>A transaction that leaves keys unfenced holds its instance's row of {@code distrust} FOR KEY SHARE; whoever withdraws the row takes it
 * FOR UPDATE first. The two exclude each other, so a key is either noted before the withdrawer looks, or its writer finds the row
 * gone and declares it anew. FOR SHARE would do as much, and would also make each heartbeat and each new declaration, which change
 * {@code heard_at} and no key, wait until the last such transaction is over.
 */
public final class PostgresCoherenceLedger implements CoherenceLedger {

    private final Database facts;
    private final OwnConnections own;
    private final Duration patience;

    /**
     * @param facts in whose transactions pending keys are noted
     * @param ledger connections to the same primary for everything else, autocommitting, so that a full pool of the facts does not cost the trust
     * @param patience how long a withdrawal waits for transactions that hold the distrust
     */
    public PostgresCoherenceLedger(Database facts, DataSource ledger, Duration patience) {
        this.facts = facts;
        this.own = new OwnConnections(ledger);
        this.patience = patience;
    }

    @Override
    public Standing standing() {
        return own.ask(handle ->
                handle.createQuery("""
                        SELECT deployment, number, run_id, marker, settled,
                               (SELECT min(declared_at) FROM coherence.distrust) AS distrust_since,
                               ARRAY(SELECT view FROM coherence.dropped_view ORDER BY view) AS views,
                               ARRAY(SELECT times FROM coherence.dropped_view ORDER BY view) AS times,
                               pg_is_in_recovery() AS replica
                        FROM coherence.incarnation
                        """).map((row, context) -> standing(row)).one());
    }

    /** A replica may lag behind what was declared, so its answer is none. */
    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getBoolean("replica")) {
            throw new Unavailable("database_unavailable", "The database is a replica.", Duration.ofSeconds(2));
        }
        return new Standing(
                row.getObject("deployment", UUID.class),
                new Incarnation(
                        row.getLong("number"),
                        row.getString("run_id"),
                        row.getString("marker"),
                        row.getBoolean("settled")),
                Optional.ofNullable(row.getObject("distrust_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                dropped((String[]) row.getArray("views").getArray(), (Integer[])
                        row.getArray("times").getArray()));
    }

    private static Map<String, Integer> dropped(String[] views, Integer[] times) {
        var dropped = new HashMap<String, Integer>();
        for (int i = 0; i < views.length; i++) {
            dropped.put(views[i], times[i]);
        }
        return dropped;
    }

    @Override
    public boolean propose(Incarnation expected, Incarnation next) {
        if (next.number() <= expected.number()) {
            throw new IllegalArgumentException(next + " does not come after " + expected);
        }
        return own.ask(handle -> handle.createUpdate("""
                                UPDATE coherence.incarnation
                                SET number = :number, run_id = :runId, marker = :marker, settled = :settled
                                WHERE number = :expected
                                """)
                        .bindMethods(next)
                        .bind("expected", expected.number())
                        .execute())
                == 1;
    }

    @Override
    public void settle(Incarnation incarnation) {
        own.ask(handle -> handle.createUpdate("UPDATE coherence.incarnation SET settled = true WHERE number = :number")
                .bind("number", incarnation.number())
                .execute());
    }

    @Override
    public void declareDistrust(UUID instance) {
        own.ask(handle -> handle.createUpdate("""
                        INSERT INTO coherence.distrust (instance, declared_at, heard_at)
                        VALUES (:instance, clock_timestamp(), clock_timestamp())
                        ON CONFLICT (instance) DO UPDATE SET heard_at = clock_timestamp()
                        """).bind("instance", instance).execute());
    }

    /** As of the statement, so that what has just been inserted was not heard of later than it was declared. */
    @Override
    public boolean declareUnfenced(UUID instance) {
        return own.ask(handle -> handle.createQuery("""
                        WITH declared AS (
                            INSERT INTO coherence.distrust AS d (instance, declared_at, heard_at)
                            VALUES (:instance, statement_timestamp(), statement_timestamp())
                            ON CONFLICT (instance) DO UPDATE SET heard_at = statement_timestamp()
                            RETURNING d.instance, d.declared_at < d.heard_at AS stood
                        ), noted AS (
                            INSERT INTO coherence.pending_invalidation (instance, key, token)
                            SELECT declared.instance, :everything, ''
                            FROM declared
                            WHERE NOT EXISTS (
                                SELECT FROM coherence.pending_invalidation
                                WHERE instance = :instance AND key = :everything)
                            RETURNING id
                        )
                        SELECT stood AND NOT EXISTS (SELECT FROM noted) FROM declared
                        """)
                .bind("instance", instance)
                .bind("everything", Pending.EVERYTHING)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * One statement: if it waits for a withdrawal that deletes the row, {@code held} is empty, and so is what is inserted; READ COMMITTED looks
     * at the row again after the wait. MATERIALIZED says what a locking CTE is anyway: computed once, for both of its readers.
     */
    @Override
    public boolean recordPending(UUID instance, String token, Set<CacheKey> keys) {
        var texts = keys.stream().map(CacheKey::toString).toArray();
        return facts.write(handle -> {
            try {
                return handle.createQuery("""
                                WITH held AS MATERIALIZED (
                                    SELECT instance FROM coherence.distrust WHERE instance = :instance FOR KEY SHARE
                                ), noted AS (
                                    INSERT INTO coherence.pending_invalidation (instance, key, token)
                                    SELECT held.instance, unfenced.key, :token
                                    FROM held CROSS JOIN unnest(:keys) AS unfenced (key)
                                )
                                SELECT EXISTS (SELECT FROM held)
                                """)
                        .bind("instance", instance)
                        .bind("token", token)
                        .bindArray("keys", String.class, texts)
                        .mapTo(Boolean.class)
                        .one();
            } catch (RuntimeException failure) {
                throw SqlFailures.translate(failure);
            }
        });
    }

    @Override
    public void beat(UUID instance) {
        own.ask(handle -> handle.createUpdate(
                        "UPDATE coherence.distrust SET heard_at = clock_timestamp() WHERE instance = :instance")
                .bind("instance", instance)
                .execute());
    }

    @Override
    public List<UUID> silentFor(Duration silence) {
        return own.ask(handle -> handle.createQuery("""
                        SELECT instance FROM coherence.distrust
                        WHERE heard_at <= clock_timestamp() - :millis * interval '1 millisecond'
                        ORDER BY heard_at
                        """)
                .bind("millis", silence.toMillis())
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public List<Pending> pending(UUID instance, int most) {
        return own.ask(handle -> handle.createQuery("""
                        SELECT id, key, token FROM coherence.pending_invalidation
                        WHERE instance = :instance
                        ORDER BY id
                        LIMIT :most
                        """)
                .bind("instance", instance)
                .bind("most", most)
                .map((row, context) -> new Pending(row.getLong("id"), row.getString("key"), row.getString("token")))
                .list());
    }

    /** By their ids and not up to the last one: a lower id may be committed later than a higher one. */
    @Override
    public void repaired(Collection<Pending> pending) {
        var ids = pending.stream().map(Pending::id).toArray();
        own.ask(handle -> handle.createUpdate("DELETE FROM coherence.pending_invalidation WHERE id = ANY (:ids)")
                .bindArray("ids", Long.class, ids)
                .execute());
    }

    /**
     * Three statements on purpose: the look at the pending keys must come with a snapshot of its own, taken after the wait for the row, or it
     * would miss those of the transaction that it waited for.
     */
    @Override
    public boolean withdrawDistrust(UUID instance, Duration silence) {
        try {
            return own.readCommitted(handle -> {
                handle.execute("SELECT set_config('lock_timeout', ?, true)", Math.max(1, patience.toMillis()) + "ms");
                handle.execute("SELECT FROM coherence.distrust WHERE instance = ? FOR UPDATE", instance);
                boolean needed = handle.createQuery("""
                                SELECT EXISTS (SELECT FROM coherence.pending_invalidation WHERE instance = :instance)
                                    OR EXISTS (SELECT FROM coherence.distrust WHERE instance = :instance
                                               AND heard_at > clock_timestamp() - :millis * interval '1 millisecond')
                                """)
                        .bind("instance", instance)
                        .bind("millis", silence.toMillis())
                        .mapTo(Boolean.class)
                        .one();
                if (!needed) {
                    handle.execute("DELETE FROM coherence.distrust WHERE instance = ?", instance);
                }
                return !needed;
            });
        } catch (Contention stillHeld) {
            return false;
        }
    }

    @Override
    public void dropView(String view) {
        own.ask(handle -> handle.createUpdate("""
                        INSERT INTO coherence.dropped_view AS d (view, times) VALUES (:view, 1)
                        ON CONFLICT (view) DO UPDATE SET times = d.times + 1
                        """).bind("view", view).execute());
    }
}
