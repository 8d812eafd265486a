package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.DueDay;
import dev.mainstay.application.planner.TaskDigest;
import dev.mainstay.application.planner.TaskDigest.Bucket;
import dev.mainstay.application.planner.TaskDigest.DueTask;
import dev.mainstay.application.planner.TaskDigestReader;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads counts, the first tasks of each bucket and the next crossing from {@code planner.task} in one statement. */
public final class PostgresTaskDigestReader implements TaskDigestReader {

    private final Database database;

    public PostgresTaskDigestReader(Database database) {
        this.database = database;
    }

    /** A row for each task that is named, or one without a task; the counts stand in every row. */
    private record Row(
            int overdue, int today, int upcoming, int doneToday, Optional<Instant> next, Optional<DueTask> task) {}

    @Override
    public TaskDigest digest(UserId owner, DueDay day) {
        List<Row> rows = database.read(handle -> handle.createQuery("""
                        WITH due AS (
                            SELECT id, title, due_local, due_zone, due_at,
                                   CASE WHEN due_zone IS NULL AND due_local < :today THEN 'OVERDUE'
                                        WHEN due_zone IS NULL AND due_local = :today THEN 'TODAY'
                                        WHEN due_zone IS NULL THEN 'UPCOMING'
                                        WHEN due_at <= :now THEN 'OVERDUE'
                                        WHEN due_at < :endOfToday THEN 'TODAY'
                                        ELSE 'UPCOMING' END AS bucket
                            FROM planner.task
                            WHERE owner = :owner AND deleted_at IS NULL AND done_at IS NULL
                              AND (due_zone IS NULL AND due_local < :horizonDay OR due_zone IS NOT NULL AND due_at < :horizon)
                        ), ranked AS (
                            SELECT id, title, due_local, due_zone, due_at, bucket,
                                   row_number() OVER (PARTITION BY bucket ORDER BY due_at, id) AS place
                            FROM due
                        ), counts AS (
                            SELECT count(*) FILTER (WHERE bucket = 'OVERDUE') AS overdue,
                                   count(*) FILTER (WHERE bucket = 'TODAY') AS today,
                                   count(*) FILTER (WHERE bucket = 'UPCOMING') AS upcoming,
                                   min(due_at) FILTER (WHERE due_zone IS NOT NULL AND due_at > :now) AS next_crossing
                            FROM due
                        )
                        SELECT c.overdue, c.today, c.upcoming, c.next_crossing,
                               (SELECT count(*) FROM planner.task t
                                WHERE t.owner = :owner AND t.deleted_at IS NULL
                                  AND t.done_at >= :startOfToday AND t.done_at < :endOfToday) AS done_today,
                               r.id, r.title, r.due_local, r.due_zone, r.bucket
                        FROM counts c
                        LEFT JOIN ranked r ON r.place <= :ofEach
                        ORDER BY array_position(ARRAY ['OVERDUE', 'TODAY', 'UPCOMING'], r.bucket), r.due_at, r.id
                        """)
                .bind("owner", owner.value())
                .bind("now", day.now())
                .bind("today", day.today().atStartOfDay())
                .bind("startOfToday", day.start())
                .bind("endOfToday", day.end())
                .bind("horizonDay", day.horizonDay().atStartOfDay())
                .bind("horizon", day.horizon())
                .bind("ofEach", OF_EACH)
                .map(PostgresTaskDigestReader::row)
                .list());
        Row first = rows.getFirst();
        return new TaskDigest(
                first.overdue(),
                first.today(),
                first.upcoming(),
                first.doneToday(),
                rows.stream().flatMap(row -> row.task().stream()).toList(),
                first.next());
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getInt("overdue"),
                row.getInt("today"),
                row.getInt("upcoming"),
                row.getInt("done_today"),
                Optional.ofNullable(row.getTimestamp("next_crossing")).map(Timestamp::toInstant),
                row.getObject("id") == null ? Optional.empty() : Optional.of(task(row)));
    }

    private static DueTask task(ResultSet row) throws SQLException {
        return new DueTask(
                new TaskId(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("title")),
                Bucket.valueOf(row.getString("bucket")),
                row.getObject("due_local", LocalDateTime.class),
                Optional.ofNullable(row.getString("due_zone")).map(ZoneId::of));
    }
}
