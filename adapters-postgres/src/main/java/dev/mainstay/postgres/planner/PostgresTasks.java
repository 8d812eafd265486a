package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.Tasks;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Tasks in {@code planner.task}. */
public final class PostgresTasks implements Tasks {

    private static final String INTO = """
            INSERT INTO planner.task
                (id, owner, version, uid, sequence, revised_at, title, title_key, notes, labels, project, priority,
                 start_local, start_zone, start_at, due_local, due_zone, due_at, remind_local, remind_zone, remind_at,
                 rule, repeat_mode, except_local, series, occurrence, done_at, deleted_at, created_at, position)
            """;

    private static final String VALUES = """
                 :id, :owner, :version, :uid, :sequence, :revisedAt, :title, :titleKey, :notes, :labels, :project, :priority,
                 :startLocal, :startZone, :startAt, :dueLocal, :dueZone, :dueAt, :remindLocal, :remindZone, :remindAt,
                 :rule, :repeatMode, :except::timestamp[], :series, :occurrence, :doneAt, :deletedAt, :createdAt
            """;

    private static final String INSERT = INTO + "VALUES (" + VALUES + ", :position)";

    /** Each half is counted in an index of its own. */
    private static final String TALLY = """
            SELECT sum(tasks) AS tasks, coalesce(max(last), 0) AS last
            FROM (SELECT count(*) AS tasks, max(position) AS last
                  FROM planner.task
                  WHERE owner = :owner AND deleted_at IS NULL
                  UNION ALL
                  SELECT count(*), max(position)
                  FROM planner.task
                  WHERE owner = :owner AND deleted_at IS NOT NULL) halves
            """;

    private static final String APPEND = INTO + "SELECT " + VALUES + ", tally.last + :gap FROM (" + TALLY + """
            ) tally
            WHERE tally.tasks < :most
            RETURNING position
            """;

    private static final String UPDATE = """
            UPDATE planner.task SET
                version = :version, sequence = :sequence, revised_at = :revisedAt,
                title = :title, title_key = :titleKey, notes = :notes, labels = :labels, project = :project,
                priority = :priority, start_local = :startLocal, start_zone = :startZone, start_at = :startAt,
                due_local = :dueLocal, due_zone = :dueZone, due_at = :dueAt,
                remind_local = :remindLocal, remind_zone = :remindZone, remind_at = :remindAt,
                rule = :rule, repeat_mode = :repeatMode, except_local = :except::timestamp[],
                series = :series, occurrence = :occurrence,
                position = :position, done_at = :doneAt, deleted_at = :deletedAt
            WHERE id = :id AND owner = :owner AND version = :version - 1
            """;

    private final Database database;

    public PostgresTasks(Database database) {
        this.database = database;
    }

    @Override
    public Task get(TaskId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner, ""));
    }

    @Override
    public Task lock(TaskId id, UserId owner) {
        return database.write(handle -> find(handle, id, owner, "FOR UPDATE"));
    }

    private static Task find(Handle handle, TaskId id, UserId owner, String lock) {
        return handle.createQuery("SELECT " + TaskRows.COLUMNS + """
                        FROM planner.task
                        WHERE id = :id AND owner = :owner
                        """ + lock)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(TaskRows::task)
                .findOne()
                .orElseThrow(() -> new NotFound("task_not_found", "There is no such task."));
    }

    @Override
    public Map<String, Task> lockByUid(UserId owner, Collection<String> uids) {
        return database.write(handle -> handle.createQuery("SELECT " + TaskRows.COLUMNS + """
                        FROM planner.task
                        WHERE owner = :owner AND uid = ANY(:uids)
                        ORDER BY id
                        FOR UPDATE
                        """)
                .bind("owner", owner.value())
                .bindArray("uids", String.class, uids.toArray())
                .map(TaskRows::task)
                .collect(Collectors.toMap(Task::uid, Function.identity())));
    }

    @Override
    public Optional<Task> lock(Occurrence occurrence) {
        return database.write(handle -> handle.createQuery("SELECT " + TaskRows.COLUMNS + """
                        FROM planner.task
                        WHERE series = :series AND occurrence = :number
                        FOR UPDATE
                        """)
                .bind("series", occurrence.series().value())
                .bind("number", occurrence.number())
                .map(TaskRows::task)
                .findOne());
    }

    @Override
    public void takeTurns(UserId owner) {
        database.execute(handle -> handle.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended('planner.task ' || ?::text, 0))", owner.value()));
    }

    @Override
    public void addAll(List<Task> created) {
        database.execute(handle -> {
            if (created.isEmpty()) {
                return;
            }
            var batch = handle.prepareBatch(INSERT);
            created.forEach(task -> TaskRows.bind(batch, task).add());
            batch.execute();
        });
    }

    @Override
    public Optional<Task> append(Task created, long gap, int most) {
        return database.write(handle -> TaskRows.bind(handle.createQuery(APPEND), created)
                .bind("gap", gap)
                .bind("most", most)
                .mapTo(Long.class)
                .findOne()
                .map(created::placed));
    }

    @Override
    public boolean addIfNew(Task occurrence) {
        Objects.requireNonNull(occurrence.occurrence());
        return database.write(handle ->
                TaskRows.bind(handle.createUpdate(INSERT + " ON CONFLICT (series, occurrence) DO NOTHING"), occurrence)
                                .execute()
                        == 1);
    }

    @Override
    public void replaceAll(List<Task> changed) {
        database.execute(handle -> {
            if (changed.isEmpty()) {
                return;
            }
            var batch = handle.prepareBatch(UPDATE);
            changed.forEach(task -> TaskRows.bind(batch, task).add());
            if (IntStream.of(batch.execute()).anyMatch(rows -> rows == 0)) {
                throw Task.stale();
            }
        });
    }

    @Override
    public void remove(TaskId id) {
        database.execute(handle -> handle.execute("DELETE FROM planner.task WHERE id = ?", id.value()));
    }

    @Override
    public Tally tally(UserId owner) {
        return database.read(handle -> handle.createQuery(TALLY)
                .bind("owner", owner.value())
                .map((row, context) -> new Tally(row.getInt("tasks"), row.getLong("last")))
                .one());
    }

    @Override
    public OptionalLong neighbour(Task of, Side side, TaskId other) {
        String sql = switch (side) {
            case AFTER -> "AND (position, id) > (:position, :id) ORDER BY position, id";
            case BEFORE -> "AND (position, id) < (:position, :id) ORDER BY position DESC, id DESC";
        };
        return database.read(handle -> handle.createQuery("""
                        SELECT position
                        FROM planner.task
                        WHERE owner = :owner AND deleted_at IS NULL AND id <> :other
                        """ + sql + " LIMIT 1")
                .bind("owner", of.owner().value())
                .bind("position", of.position())
                .bind("id", of.id().value())
                .bind("other", other.value())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    @Override
    public void spread(UserId owner, long gap) {
        database.execute(handle -> handle.createUpdate("""
                        UPDATE planner.task t SET position = o.place * :gap
                        FROM (SELECT id, row_number() OVER (ORDER BY position, id) AS place
                              FROM planner.task
                              WHERE owner = :owner) o
                        WHERE t.id = o.id
                        """)
                .bind("owner", owner.value())
                .bind("gap", gap)
                .execute());
    }

    @Override
    public int purge(Instant deletedBefore, int most) {
        return database.write(handle -> handle.createUpdate("""
                        DELETE FROM planner.task
                        WHERE id IN (SELECT id FROM planner.task
                                     WHERE deleted_at < :before
                                     ORDER BY deleted_at
                                     LIMIT :most
                                     FOR UPDATE SKIP LOCKED)
                        """)
                .bind("before", deletedBefore)
                .bind("most", most)
                .execute());
    }
}
