package dev.mainstay.postgres.finance.schedules;

import dev.mainstay.application.finance.schedules.Schedules;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Schedules in {@code finance.schedule}, their postings beside them, and what became of each occurrence. */
public final class PostgresSchedules implements Schedules {

    private final Database database;

    public PostgresSchedules(Database database) {
        this.database = database;
    }

    @Override
    public Schedule get(ScheduleId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner));
    }

    /** The lock first: what is read in the same statement would be of before it was waited for. */
    @Override
    public Schedule lock(ScheduleId id, UserId owner) {
        return database.write(handle -> {
            handle.createQuery("SELECT id FROM finance.schedule WHERE id = :id AND owner = :owner FOR NO KEY UPDATE")
                    .bind("id", id.value())
                    .bind("owner", owner.value())
                    .mapTo(UUID.class)
                    .findOne();
            return find(handle, id, owner);
        });
    }

    private static Schedule find(Handle handle, ScheduleId id, UserId owner) {
        return handle.createQuery(ScheduleRows.SELECT + " WHERE s.id = :id AND s.owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(ScheduleRows::schedule)
                .findOne()
                .orElseThrow(() -> new NotFound("schedule_not_found", "There is no such schedule."));
    }

    @Override
    public List<Schedule> of(UserId owner) {
        return database.read(
                handle -> handle.createQuery(ScheduleRows.SELECT + " WHERE s.owner = :owner ORDER BY s.name_key, s.id")
                        .bind("owner", owner.value())
                        .map(ScheduleRows::schedule)
                        .list());
    }

    @Override
    public void add(Schedule created) {
        database.execute(handle -> {
            ScheduleRows.bind(handle.createUpdate("""
                INSERT INTO finance.schedule
                    (id, owner, version, name, name_key, posted, description, payee, notes, tags, rule, start_day,
                     until_day, next_day, next_number, paused, failed_day, failure_code, failure_reason, failed_at,
                     created_at)
                VALUES
                    (:id, :owner, :version, :name, :nameKey, :posted, :description, :payee, :notes, :tags, :rule, :start,
                     :until, :nextDay, :nextNumber, :paused, :failedDay, :failureCode, :failureReason, :failedAt,
                     :createdAt)
                """), created)
                    .bind("createdAt", created.createdAt())
                    .execute();
            addPostings(handle, created);
        });
    }

    @Override
    public void replace(Schedule changed) {
        database.execute(handle -> {
            int rows = ScheduleRows.bind(handle.createUpdate("""
                UPDATE finance.schedule
                SET version = :version, name = :name, name_key = :nameKey, posted = :posted, description = :description,
                    payee = :payee, notes = :notes, tags = :tags, rule = :rule, start_day = :start, until_day = :until,
                    next_day = :nextDay, next_number = :nextNumber, paused = :paused, failed_day = :failedDay,
                    failure_code = :failureCode, failure_reason = :failureReason, failed_at = :failedAt
                WHERE id = :id AND owner = :owner AND version = :version - 1
                """), changed).execute();
            if (rows == 0) {
                throw new Stale("stale", "The schedule was changed meanwhile; read it again.");
            }
            handle.execute(
                    "DELETE FROM finance.schedule_posting WHERE schedule = ?",
                    changed.id().value());
            addPostings(handle, changed);
        });
    }

    private static void addPostings(Handle handle, Schedule schedule) {
        var batch = handle.prepareBatch("""
            INSERT INTO finance.schedule_posting (schedule, line, owner, account, category, nominal, currency, minor_units, memo)
            VALUES (:schedule, :line, :owner, :account, :category, :nominal, :currency, :units, :memo)
            """);
        var lines = schedule.template().postings().lines();
        for (int line = 0; line < lines.size(); line++) {
            ScheduleRows.bind(batch, schedule, line).add();
        }
        batch.execute();
    }

    @Override
    public void remove(ScheduleId id) {
        database.execute(handle -> {
            handle.execute("DELETE FROM finance.schedule_posting WHERE schedule = ?", id.value());
            handle.execute("DELETE FROM finance.schedule WHERE id = ?", id.value());
        });
    }

    @Override
    public List<Waiting> waiting(LocalDate until, int most) {
        return database.read(handle -> handle.createQuery("""
            SELECT id, owner
            FROM finance.schedule
            WHERE next_day <= :until AND NOT paused AND failed_day IS NULL
            ORDER BY next_day, id
            LIMIT :most
            """)
                .bind("until", until)
                .bind("most", most)
                .map((row, context) -> new Waiting(
                        new ScheduleId(row.getObject("id", UUID.class)),
                        new UserId(row.getObject("owner", UUID.class))))
                .list());
    }

    @Override
    public Optional<Settled> settled(ScheduleId id, LocalDate day) {
        return database.read(handle -> handle.createQuery("""
            SELECT schedule, day, transaction, settled_at
            FROM finance.schedule_occurrence
            WHERE schedule = :schedule AND day = :day
            """)
                .bind("schedule", id.value())
                .bind("day", day)
                .map(PostgresSchedules::occurrence)
                .findOne());
    }

    @Override
    public List<Settled> settledFrom(ScheduleId id, LocalDate first) {
        return database.read(handle -> handle.createQuery("""
            SELECT schedule, day, transaction, settled_at
            FROM finance.schedule_occurrence
            WHERE schedule = :schedule AND day >= :first
            ORDER BY day
            """)
                .bind("schedule", id.value())
                .bind("first", first)
                .map(PostgresSchedules::occurrence)
                .list());
    }

    @Override
    public List<Settled> lastSettled(ScheduleId id, int most) {
        return database.read(handle -> handle.createQuery("""
            SELECT schedule, day, transaction, settled_at
            FROM finance.schedule_occurrence
            WHERE schedule = :schedule
            ORDER BY day DESC
            LIMIT :most
            """)
                .bind("schedule", id.value())
                .bind("most", most)
                .map(PostgresSchedules::occurrence)
                .list());
    }

    @Override
    public void settle(Settled occurrence) {
        var transaction = occurrence.transaction();
        int rows = database.write(handle -> handle.createUpdate("""
            INSERT INTO finance.schedule_occurrence (schedule, day, transaction, settled_at)
            VALUES (:schedule, :day, :transaction, :at)
            ON CONFLICT (schedule, day) DO NOTHING
            """)
                .bind("schedule", occurrence.schedule().value())
                .bind("day", occurrence.day())
                .bind("transaction", transaction == null ? null : transaction.value())
                .bind("at", occurrence.at())
                .execute());
        if (rows == 0) {
            throw new Conflict("occurrence_settled", "That day of the schedule is recorded or skipped already.");
        }
    }

    private static Settled occurrence(ResultSet row, StatementContext context) throws SQLException {
        @Nullable UUID transaction = row.getObject("transaction", UUID.class);
        return new Settled(
                new ScheduleId(row.getObject("schedule", UUID.class)),
                row.getObject("day", LocalDate.class),
                transaction == null ? null : new TransactionId(transaction),
                row.getObject("settled_at", OffsetDateTime.class).toInstant());
    }
}
