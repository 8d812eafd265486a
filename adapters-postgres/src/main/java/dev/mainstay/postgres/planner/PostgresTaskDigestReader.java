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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads counts, the first tasks of each bucket and the next crossing from {@code planner.task} in one statement. */
public final class PostgresTaskDigestReader implements TaskDigestReader {

    private static final String OPEN = """
            FROM planner.task
            WHERE owner = :owner AND deleted_at IS NULL AND done_at IS NULL
            """;

    private static final String OVERDUE = within(
            "due_at < :today::timestamptz",
            "due_at <= :now::timestamptz",
            "due_at <= greatest(:today::timestamptz, :now::timestamptz)");

    private static final String TODAY = within(
            "due_at = :today::timestamptz",
            "due_at > :now::timestamptz AND due_at < :endOfToday::timestamptz",
            "due_at BETWEEN least(:today::timestamptz, :now::timestamptz) AND greatest(:today::timestamptz, :endOfToday::timestamptz)");

    private static final String UPCOMING = within(
            "due_at > :today::timestamptz AND due_at < :horizonDay::timestamptz",
            "due_at >= :endOfToday::timestamptz AND due_at < :horizon::timestamptz",
            "due_at > :today::timestamptz AND due_at < greatest(:horizonDay::timestamptz, :horizon::timestamptz)");

    /** Counted in the index of what is open; the rows themselves are looked at where they are named. */
    private static final String DIGEST = """
            SELECT c.overdue, c.today, c.upcoming, c.next_crossing,
                   (SELECT count(*) FROM planner.task t
                    WHERE t.owner = :owner AND t.deleted_at IS NULL
                      AND t.done_at >= :startOfToday AND t.done_at < :endOfToday) AS done_today,
                   r.id, r.title, r.due_local, r.due_zone, r.bucket
            FROM (SELECT count(*) FILTER (WHERE %2$s) AS overdue,
                         count(*) FILTER (WHERE %3$s) AS today,
                         count(*) FILTER (WHERE %4$s) AS upcoming,
                         min(due_at) FILTER (WHERE due_zone IS NOT NULL AND due_at > :now AND due_at < :horizon) AS next_crossing
                  %1$s AND due_at < greatest(:horizonDay::timestamptz, :horizon::timestamptz)) c
            LEFT JOIN ((SELECT 'OVERDUE' AS bucket, %5$s %1$s AND %2$s %6$s)
                       UNION ALL
                       (SELECT 'TODAY', %5$s %1$s AND %3$s %6$s)
                       UNION ALL
                       (SELECT 'UPCOMING', %5$s %1$s AND %4$s %6$s)) r ON TRUE
            ORDER BY array_position(ARRAY ['OVERDUE', 'TODAY', 'UPCOMING'], r.bucket), r.due_at, r.id
            """.formatted(
                    OPEN,
                    OVERDUE,
                    TODAY,
                    UPCOMING,
                    "id, title, due_local, due_zone, due_at",
                    "ORDER BY due_at, id LIMIT :ofEach");

    private final Database database;

    public PostgresTaskDigestReader(Database database) {
        this.database = database;
    }

    /** A row for each task that is named, or one without a task; the counts stand in every row. */
    private record Row(
            int overdue, int today, int upcoming, int doneToday, Optional<Instant> next, Optional<DueTask> task) {}

    @Override
    public TaskDigest digest(UserId owner, DueDay day) {
        List<Row> rows = database.read(handle -> handle.createQuery(DIGEST)
                .bind("owner", owner.value())
                .bind("now", day.now())
                .bind("today", midnight(day.today()))
                .bind("startOfToday", day.start())
                .bind("endOfToday", day.end())
                .bind("horizonDay", midnight(day.horizonDay()))
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

    /**
     * A condition for whole days, which have no zone and are due at midnight UTC, and one for times; and where both lie in the index of
     * open tasks, so that nothing else is looked at.
     */
    private static String within(String day, String time, String bounds) {
        return "(" + bounds + " AND CASE WHEN due_zone IS NULL THEN " + day + " ELSE " + time + " END)";
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
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
