package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.TaskOrder;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Revision;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How a task lies in the columns of {@code planner.task}. */
final class TaskRows {

    static final String COLUMNS = """
            id, owner, version, uid, sequence, revised_at, title, notes, labels, project, priority,
            start_local, start_zone, due_local, due_zone, remind_local, remind_zone,
            rule, repeat_mode, except_local, series, occurrence, position, done_at, deleted_at, created_at
            """;

    private TaskRows() {}

    static Task task(ResultSet row, StatementContext context) throws SQLException {
        return new Task(
                new TaskId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                new Version(row.getLong("version")),
                row.getString("uid"),
                new Revision(row.getInt("sequence"), Objects.requireNonNull(instant(row, "revised_at"))),
                content(row),
                occurrence(row),
                row.getLong("position"),
                instant(row, "done_at"),
                instant(row, "deleted_at"),
                Objects.requireNonNull(instant(row, "created_at")));
    }

    private static TaskContent content(ResultSet row) throws SQLException {
        @Nullable String project = row.getString("project");
        return new TaskContent(
                new TaskTitle(row.getString("title")),
                new TaskNotes(row.getString("notes")),
                new Labels(Stream.of((String[]) row.getArray("labels").getArray())
                        .map(Label::new)
                        .toList()),
                project == null ? null : new ProjectName(project),
                priority(row.getInt("priority")),
                time(row, "start"),
                time(row, "due"),
                time(row, "remind"),
                recurrence(row));
    }

    private static Priority priority(int rank) {
        return Stream.of(Priority.values())
                .filter(each -> each.rank() == rank)
                .findAny()
                .orElseThrow();
    }

    private static @Nullable TaskTime time(ResultSet row, String name) throws SQLException {
        @Nullable LocalDateTime local = row.getObject(name + "_local", LocalDateTime.class);
        @Nullable String zone = row.getString(name + "_zone");
        if (local == null) {
            return null;
        }
        return zone == null ? new TaskTime.AllDay(local.toLocalDate()) : TaskTime.zoned(local, zone);
    }

    private static @Nullable Recurrence recurrence(ResultSet row) throws SQLException {
        @Nullable String rule = row.getString("rule");
        if (rule == null) {
            return null;
        }
        var except = Stream.of((Timestamp[]) row.getArray("except_local").getArray())
                .map(Timestamp::toLocalDateTime)
                .toList();
        return new Recurrence(rule, RepeatMode.valueOf(row.getString("repeat_mode")), except);
    }

    private static @Nullable Occurrence occurrence(ResultSet row) throws SQLException {
        @Nullable UUID series = row.getObject("series", UUID.class);
        return series == null ? null : new Occurrence(new SeriesId(series), row.getInt("occurrence"));
    }

    private static @Nullable Instant instant(ResultSet row, String name) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static <S extends SqlStatement<S>> S bind(S statement, Task task) {
        var content = task.content();
        var recurrence = content.recurrence();
        var occurrence = task.occurrence();
        var project = content.project();
        bindTime(statement, "start", content.start());
        bindTime(statement, "due", content.due());
        bindTime(statement, "remind", content.remind());
        return statement
                .bind("id", task.id().value())
                .bind("owner", task.owner().value())
                .bind("version", task.version().number())
                .bind("uid", task.uid())
                .bind("sequence", task.revision().sequence())
                .bind("revisedAt", task.revision().at())
                .bind("title", content.title().value())
                .bind("titleKey", TaskOrder.titleKey(task))
                .bind("notes", content.notes().value())
                .bindArray("labels", String.class, labels(content.labels()))
                .bind("project", project == null ? null : project.value())
                .bind("priority", content.priority().rank())
                .bind("rule", recurrence == null ? null : recurrence.rule())
                .bind(
                        "repeatMode",
                        recurrence == null ? null : recurrence.mode().name())
                .bind("except", recurrence == null ? null : except(recurrence.except()))
                .bind("series", occurrence == null ? null : occurrence.series().value())
                .bind("occurrence", occurrence == null ? null : occurrence.number())
                .bind("position", task.position())
                .bind("doneAt", task.doneAt())
                .bind("deletedAt", task.deletedAt())
                .bind("createdAt", task.createdAt());
    }

    private static void bindTime(SqlStatement<?> statement, String name, @Nullable TaskTime time) {
        statement.bind(name + "Local", time == null ? null : time.local());
        statement.bind(
                name + "Zone",
                time instanceof TaskTime.Zoned zoned ? zoned.zone().getId() : null);
        statement.bind(name + "At", time == null ? null : time.instant().atOffset(ZoneOffset.UTC));
    }

    private static Object[] labels(Labels labels) {
        return labels.values().stream().map(Label::value).toArray();
    }

    /** An array literal: the driver's own conversion of timestamps would go through the JVM's time zone. */
    private static String except(List<LocalDateTime> times) {
        return Arrays.toString(times.stream().map(LocalDateTime::toString).toArray())
                .replace('[', '{')
                .replace(']', '}');
    }
}
