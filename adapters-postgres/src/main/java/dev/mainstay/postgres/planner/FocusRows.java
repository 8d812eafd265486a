package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.FocusSnapshot.State;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusPlan;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.Stretch;
import dev.mainstay.domain.planner.TaskId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** How a focus session with its stretches lies in the columns of a row. */
final class FocusRows {

    /** The columns of a session {@code s}, its stretches as two arrays in order. */
    static final String COLUMNS = """
            s.id, s.owner, s.version, s.task, s.planned_minutes, s.state, s.started_at, s.state_since,
            ARRAY(SELECT t.started_at FROM planner.focus_stretch t WHERE t.session = s.id ORDER BY t.number) AS stretch_starts,
            ARRAY(SELECT t.ended_at FROM planner.focus_stretch t WHERE t.session = s.id ORDER BY t.number) AS stretch_ends
            """;

    private FocusRows() {}

    static FocusSession session(ResultSet row, StatementContext context) throws SQLException {
        var plan = new FocusPlan(
                new FocusSessionId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                Optional.ofNullable(row.getObject("task", UUID.class)).map(TaskId::new),
                Duration.ofMinutes(row.getInt("planned_minutes")),
                row.getTimestamp("started_at").toInstant());
        var version = new Version(row.getLong("version"));
        var stretches = stretches(row);
        Instant since = row.getTimestamp("state_since").toInstant();
        return switch (State.valueOf(row.getString("state"))) {
            case RUNNING -> new FocusSession.Running(plan, version, stretches, since);
            case PAUSED -> new FocusSession.Paused(plan, version, stretches, since);
            case FINISHED -> new FocusSession.Finished(plan, version, stretches, since);
            case ABANDONED -> new FocusSession.Abandoned(plan, version, stretches, since);
        };
    }

    static State state(FocusSession session) {
        return switch (session) {
            case FocusSession.Running running -> State.RUNNING;
            case FocusSession.Paused paused -> State.PAUSED;
            case FocusSession.Finished finished -> State.FINISHED;
            case FocusSession.Abandoned abandoned -> State.ABANDONED;
        };
    }

    static Instant since(FocusSession session) {
        return switch (session) {
            case FocusSession.Running running -> running.since();
            case FocusSession.Paused paused -> paused.since();
            case FocusSession.Finished finished -> finished.endedAt();
            case FocusSession.Abandoned abandoned -> abandoned.endedAt();
        };
    }

    /** Empty for a session that has ended. */
    static Optional<Instant> plannedEnd(FocusSession session) {
        return switch (session) {
            case FocusSession.Running running -> Optional.of(running.plannedEnd());
            case FocusSession.Paused paused -> Optional.of(paused.plannedEnd());
            case FocusSession.Finished finished -> Optional.empty();
            case FocusSession.Abandoned abandoned -> Optional.empty();
        };
    }

    private static List<Stretch> stretches(ResultSet row) throws SQLException {
        Timestamp[] starts = timestamps(row.getArray("stretch_starts"));
        Timestamp[] ends = timestamps(row.getArray("stretch_ends"));
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < starts.length; i++) {
            stretches.add(new Stretch(starts[i].toInstant(), ends[i].toInstant()));
        }
        return stretches;
    }

    private static Timestamp[] timestamps(Array array) throws SQLException {
        return (Timestamp[]) array.getArray();
    }
}
