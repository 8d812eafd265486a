package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.FocusSessions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.Stretch;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.SqlFailures;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Focus sessions in {@code planner.focus_session}; the index {@code focus_one_open} keeps a user to one at a time. */
public final class PostgresFocusSessions implements FocusSessions {

    private final Database database;

    public PostgresFocusSessions(Database database) {
        this.database = database;
    }

    @Override
    public void add(FocusSession.Running session) {
        try {
            database.execute(handle -> insert(handle, session));
        } catch (UnableToExecuteStatementException failure) {
            if (SqlFailures.violatedConstraint(failure)
                    .filter("focus_one_open"::equals)
                    .isPresent()) {
                throw new Conflict("focus_running", "A focus session has not ended yet; finish or abandon it first.");
            }
            throw failure;
        }
    }

    private static void insert(Handle handle, FocusSession.Running session) {
        var plan = session.plan();
        handle.createUpdate("""
                        INSERT INTO planner.focus_session
                            (id, owner, version, task, planned_minutes, state, started_at, state_since, planned_end)
                        VALUES (:id, :owner, :version, :task, :minutes, 'RUNNING', :startedAt, :since, :plannedEnd)
                        """)
                .bind("id", plan.id().value())
                .bind("owner", plan.owner().value())
                .bind("version", session.version().number())
                .bindByType("task", task(session), UUID.class)
                .bind("minutes", plan.planned().toMinutes())
                .bind("startedAt", plan.startedAt())
                .bind("since", session.since())
                .bind("plannedEnd", session.plannedEnd())
                .execute();
    }

    private static @Nullable UUID task(FocusSession session) {
        return session.plan().task().map(TaskId::value).orElse(null);
    }

    @Override
    public FocusSession get(FocusSessionId id, UserId owner) {
        return database.read(handle -> handle.createQuery("SELECT " + FocusRows.COLUMNS
                        + " FROM planner.focus_session s WHERE s.id = :id AND s.owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(FocusRows::session)
                .findOne()
                .orElseThrow(() -> new NotFound("focus_not_found", "There is no such focus session.")));
    }

    @Override
    public void replace(FocusSession changed, Version expected) {
        database.execute(handle -> {
            int rows = handle.createUpdate("""
                            UPDATE planner.focus_session
                            SET version = :version, state = :state, state_since = :since, planned_end = :plannedEnd
                            WHERE id = :id AND version = :expected
                            """)
                    .bind("version", changed.version().number())
                    .bind("state", FocusRows.state(changed))
                    .bind("since", FocusRows.since(changed))
                    .bind("plannedEnd", FocusRows.plannedEnd(changed))
                    .bind("id", changed.plan().id().value())
                    .bind("expected", expected.number())
                    .execute();
            if (rows == 0) {
                throw new Stale("stale", "The focus session was changed by another device; read it again.");
            }
            addLastStretch(handle, changed);
        });
    }

    /** A move completes one stretch at most, so the others are there. */
    private static void addLastStretch(Handle handle, FocusSession session) {
        if (session.stretches().isEmpty()) {
            return;
        }
        Stretch last = session.stretches().getLast();
        handle.createUpdate("""
                        INSERT INTO planner.focus_stretch (session, number, owner, started_at, ended_at)
                        VALUES (:session, :number, :owner, :from, :until)
                        ON CONFLICT (session, number) DO NOTHING
                        """)
                .bind("session", session.plan().id().value())
                .bind("number", session.stretches().size())
                .bind("owner", session.plan().owner().value())
                .bind("from", last.from())
                .bind("until", last.until())
                .execute();
    }

    @Override
    public List<FocusSession> claimOverdue(Instant plannedEndBefore, int limit) {
        return database.write(handle -> handle.createQuery("SELECT " + FocusRows.COLUMNS + """
                        FROM planner.focus_session s
                        WHERE s.state IN ('RUNNING', 'PAUSED') AND s.planned_end < :before
                        ORDER BY s.planned_end
                        LIMIT :limit
                        FOR UPDATE OF s SKIP LOCKED
                        """)
                .bind("before", plannedEndBefore)
                .bind("limit", limit)
                .map(FocusRows::session)
                .list());
    }
}
