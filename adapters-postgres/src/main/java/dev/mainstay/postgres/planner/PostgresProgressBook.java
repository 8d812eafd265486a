package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.ProgressBook;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Progress;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Progress in {@code planner.progress}, a row for each user that ever got something done. */
public final class PostgresProgressBook implements ProgressBook {

    private final Database database;

    public PostgresProgressBook(Database database) {
        this.database = database;
    }

    @Override
    public Progress of(UserId owner) {
        return database.read(handle -> handle.createQuery("""
                        SELECT owner, tasks_done, focus_sessions, focus_seconds, streak_days, streak_last
                        FROM planner.progress
                        WHERE owner = :owner
                        """)
                .bind("owner", owner.value())
                .map(PostgresProgressBook::progress)
                .findOne()
                .orElseGet(() -> Progress.none(owner)));
    }

    /** The upsert that changes nothing makes the row and locks it in one statement. */
    @Override
    public Progress lock(UserId owner) {
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO planner.progress (owner, tasks_done, focus_sessions, focus_seconds, streak_days)
                        VALUES (:owner, 0, 0, 0, 0)
                        ON CONFLICT (owner) DO UPDATE SET owner = excluded.owner
                        RETURNING owner, tasks_done, focus_sessions, focus_seconds, streak_days, streak_last
                        """)
                .bind("owner", owner.value())
                .map(PostgresProgressBook::progress)
                .one());
    }

    @Override
    public void store(Progress progress) {
        database.execute(handle -> handle.createUpdate("""
                        UPDATE planner.progress
                        SET tasks_done = :tasksDone, focus_sessions = :focusSessions, focus_seconds = :focusSeconds,
                            streak_days = :streakDays, streak_last = :streakLast
                        WHERE owner = :owner
                        """)
                .bind("tasksDone", progress.tasksDone())
                .bind("focusSessions", progress.focusSessions())
                .bind("focusSeconds", progress.focused().toSeconds())
                .bind("streakDays", progress.streakDays())
                .bind("streakLast", progress.streakLast())
                .bind("owner", progress.owner().value())
                .execute());
    }

    private static Progress progress(ResultSet row, StatementContext context) throws SQLException {
        return new Progress(
                new UserId(row.getObject("owner", UUID.class)),
                row.getLong("tasks_done"),
                row.getLong("focus_sessions"),
                Duration.ofSeconds(row.getLong("focus_seconds")),
                row.getLong("streak_days"),
                Optional.ofNullable(row.getObject("streak_last", LocalDate.class)));
    }
}
