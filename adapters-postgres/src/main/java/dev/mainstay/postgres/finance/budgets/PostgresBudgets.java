package dev.mainstay.postgres.finance.budgets;

import dev.mainstay.application.finance.budgets.Budgets;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Budgets in {@code finance.budget}; the primary key of {@code finance.budget_crossing} lets each threshold be crossed once. */
public final class PostgresBudgets implements Budgets {

    private static final String COLUMNS = """
        b.id, b.owner, b.version, b.name, b.category, b.period, b.currency, b.most, b.from_day, b.rolls_over, b.archived_at,
        b.created_at
        """;

    private final Database database;

    public PostgresBudgets(Database database) {
        this.database = database;
    }

    @Override
    public Budget get(BudgetId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner, ""));
    }

    @Override
    public Budget lock(BudgetId id, UserId owner) {
        return database.write(handle -> find(handle, id, owner, "FOR NO KEY UPDATE"));
    }

    private static Budget find(Handle handle, BudgetId id, UserId owner, String lock) {
        return handle.createQuery("SELECT " + COLUMNS + """
            FROM finance.budget b
            WHERE b.id = :id AND b.owner = :owner
            """ + lock)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(PostgresBudgets::budget)
                .findOne()
                .orElseThrow(() -> new NotFound("budget_not_found", "There is no such budget."));
    }

    @Override
    public List<Budget> of(UserId owner) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + """
            FROM finance.budget b
            WHERE b.owner = :owner
            ORDER BY b.name_key, b.id
            """)
                .bind("owner", owner.value())
                .map(PostgresBudgets::budget)
                .list());
    }

    @Override
    public void add(Budget created) {
        database.execute(handle -> bind(handle.createUpdate("""
            INSERT INTO finance.budget
                (id, owner, version, name, name_key, category, period, currency, most, from_day, rolls_over,
                 archived_at, created_at)
            VALUES
                (:id, :owner, :version, :name, :nameKey, :category, :period, :currency, :most, :from, :rollsOver,
                 :archivedAt, :createdAt)
            """), created)
                .bind("category", created.category().value())
                .bind("period", created.period())
                .bind("currency", created.limit().currency().getCurrencyCode())
                .bind("from", created.from())
                .bind("createdAt", created.createdAt())
                .execute());
    }

    @Override
    public void replace(Budget changed) {
        int rows =
                database.write(handle -> bind(handle.createUpdate("""
                    UPDATE finance.budget
                    SET version = :version, name = :name, name_key = :nameKey, most = :most, rolls_over = :rollsOver,
                        archived_at = :archivedAt
                    WHERE id = :id AND owner = :owner AND version = :version - 1
                    """), changed).execute());
        if (rows == 0) {
            throw new Stale("stale", "The budget was changed meanwhile; read it again.");
        }
    }

    @Override
    public void remove(BudgetId id) {
        database.execute(handle -> handle.execute("DELETE FROM finance.budget WHERE id = ?", id.value()));
    }

    @Override
    public List<Watching> lockWatching(UserId owner, Collection<CategoryId> categories) {
        return database.write(handle -> handle.createQuery("SELECT " + COLUMNS + """
                , ARRAY(SELECT c.id
                        FROM finance.category c
                        WHERE c.owner = :owner AND c.id = ANY(:categories) AND b.category IN (c.id, c.parent)) AS counted
            FROM finance.budget b
            WHERE b.owner = :owner AND b.archived_at IS NULL
              AND b.category IN (SELECT unnest(ARRAY [c.id, c.parent])
                                 FROM finance.category c
                                 WHERE c.owner = :owner AND c.id = ANY(:categories))
            ORDER BY b.id
            FOR NO KEY UPDATE OF b
            """)
                .bind("owner", owner.value())
                .bindArray(
                        "categories",
                        UUID.class,
                        categories.stream().map(CategoryId::value).toList())
                .map((row, context) -> new Watching(budget(row, context), counted(row)))
                .list());
    }

    @Override
    public boolean crossed(BudgetId id, LocalDate periodStart, int threshold, Instant at) {
        return database.write(handle -> handle.createUpdate("""
            INSERT INTO finance.budget_crossing (budget, period_start, threshold, crossed_at)
            VALUES (:budget, :periodStart, :threshold, :at)
            ON CONFLICT (budget, period_start, threshold) DO NOTHING
            """)
                        .bind("budget", id.value())
                        .bind("periodStart", periodStart)
                        .bind("threshold", threshold)
                        .bind("at", at)
                        .execute()
                == 1);
    }

    @Override
    public List<Crossing> crossings(BudgetId id) {
        return database.read(handle -> handle.createQuery("""
            SELECT period_start, threshold, crossed_at
            FROM finance.budget_crossing
            WHERE budget = :budget
            ORDER BY period_start DESC, threshold
            """)
                .bind("budget", id.value())
                .map((row, context) -> new Crossing(
                        row.getObject("period_start", LocalDate.class),
                        row.getInt("threshold"),
                        row.getObject("crossed_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Budget budget) {
        return statement
                .bind("id", budget.id().value())
                .bind("owner", budget.owner().value())
                .bind("version", budget.version().number())
                .bind("name", budget.name().value())
                .bind("nameKey", budget.name().value().toLowerCase(Locale.ROOT))
                .bind("most", budget.limit().minorUnits())
                .bind("rollsOver", budget.rollsOver())
                .bind("archivedAt", budget.archivedAt());
    }

    private static Set<CategoryId> counted(ResultSet row) throws SQLException {
        return Stream.of((UUID[]) row.getArray("counted").getArray())
                .map(CategoryId::new)
                .collect(Collectors.toSet());
    }

    private static Budget budget(ResultSet row, StatementContext context) throws SQLException {
        @Nullable OffsetDateTime archivedAt = row.getObject("archived_at", OffsetDateTime.class);
        return new Budget(
                new BudgetId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                new Version(row.getLong("version")),
                new BudgetName(row.getString("name")),
                new CategoryId(row.getObject("category", UUID.class)),
                BudgetPeriod.valueOf(row.getString("period")),
                new Money(row.getLong("most"), Currency.getInstance(row.getString("currency"))),
                row.getObject("from_day", LocalDate.class),
                row.getBoolean("rolls_over"),
                archivedAt == null ? null : archivedAt.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
