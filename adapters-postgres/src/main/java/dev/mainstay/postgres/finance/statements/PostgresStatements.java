package dev.mainstay.postgres.finance.statements;

import dev.mainstay.application.finance.statements.BookedRow;
import dev.mainstay.application.finance.statements.Statement;
import dev.mainstay.application.finance.statements.Statements;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Statements in {@code finance.statement}, what was booked of them and what is remembered in the tables beside it. */
public final class PostgresStatements implements Statements {

    private static final String SELECT =
            "SELECT id, owner, account, version, name, uploaded_at, " + ToldRows.COLUMNS + " FROM finance.statement ";

    private final Database database;
    private final BookedRows booked;
    private final RememberedLayouts layouts;

    public PostgresStatements(Database database) {
        this.database = database;
        this.booked = new BookedRows(database);
        this.layouts = new RememberedLayouts(database);
    }

    @Override
    public void add(Statement statement, byte[] file) {
        database.execute(handle -> ToldRows.bind(
                        handle.createUpdate(
                                "INSERT INTO finance.statement (id, owner, account, version, name, uploaded_at, file, "
                                        + ToldRows.COLUMNS
                                        + ") VALUES (:id, :owner, :account, :version, :name, :uploadedAt, :file, "
                                        + ToldRows.PARAMETERS + ")"),
                        statement.told())
                .bind("id", statement.id().value())
                .bind("owner", statement.owner().value())
                .bind("account", statement.account().value())
                .bind("version", statement.version().number())
                .bind("name", statement.name())
                .bind("uploadedAt", statement.uploadedAt())
                .bind("file", file)
                .execute());
    }

    @Override
    public Statement get(StatementId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner, ""));
    }

    @Override
    public Statement lock(StatementId id, UserId owner) {
        return database.write(handle -> find(handle, id, owner, "FOR UPDATE"));
    }

    private static Statement find(Handle handle, StatementId id, UserId owner, String lock) {
        return handle.createQuery(SELECT + "WHERE id = :id AND owner = :owner " + lock)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(PostgresStatements::statement)
                .findOne()
                .orElseThrow(Statement::notFound);
    }

    @Override
    public byte[] file(StatementId id) {
        return database.read(handle -> handle.createQuery("SELECT file FROM finance.statement WHERE id = :id")
                .bind("id", id.value())
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(Statement::notFound));
    }

    @Override
    public void replace(Statement changed) {
        int rows = database.write(handle -> ToldRows.bind(handle.createUpdate("""
                                UPDATE finance.statement SET
                                    version = :version, encoding = :encoding, delimiter = :delimiter, header_line = :headerLine,
                                    columns = :columns, date_style = :dateStyle, decimal_style = :decimalStyle,
                                    inverted = :inverted, fee_apart = :feeApart
                                WHERE id = :id AND owner = :owner AND version = :version - 1
                                """), changed.told())
                .bind("version", changed.version().number())
                .bind("id", changed.id().value())
                .bind("owner", changed.owner().value())
                .execute());
        if (rows == 0) {
            throw Statement.stale();
        }
    }

    @Override
    public void remove(StatementId id) {
        database.execute(handle -> handle.execute("DELETE FROM finance.statement WHERE id = ?", id.value()));
    }

    @Override
    public List<Statement> all(UserId owner) {
        return database.read(
                handle -> handle.createQuery(SELECT + "WHERE owner = :owner ORDER BY uploaded_at DESC, id DESC")
                        .bind("owner", owner.value())
                        .map(PostgresStatements::statement)
                        .list());
    }

    @Override
    public int purge(Instant uploadedBefore, int most) {
        return database.write(handle -> handle.createUpdate("""
                        DELETE FROM finance.statement
                        WHERE id IN (SELECT id FROM finance.statement
                                     WHERE uploaded_at < :before
                                     ORDER BY uploaded_at
                                     LIMIT :most
                                     FOR UPDATE SKIP LOCKED)
                        """)
                .bind("before", uploadedBefore)
                .bind("most", most)
                .execute());
    }

    @Override
    public Map<String, BookedRow> booked(LedgerAccountId account, Collection<String> fingerprints) {
        return booked.of(account, fingerprints);
    }

    @Override
    public void addBooked(UserId owner, LedgerAccountId account, List<BookedRow> rows) {
        booked.add(owner, account, rows);
    }

    @Override
    public void eachBooked(UserId owner, Consumer<BookedRow> row) {
        booked.each(owner, row);
    }

    @Override
    public Told remembered(LedgerAccountId account, String headerKey) {
        return layouts.of(account, headerKey);
    }

    @Override
    public void remember(UserId owner, LedgerAccountId account, String headerKey, Told told, Instant now) {
        layouts.remember(owner, account, headerKey, told, now);
    }

    @Override
    public Map<String, Payee> payees(UserId owner, Collection<String> nameKeys) {
        if (nameKeys.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT id, owner, version, name, category
                        FROM finance.payee
                        WHERE owner = :owner AND name_key = ANY(:names)
                        """)
                .bind("owner", owner.value())
                .bindArray("names", String.class, nameKeys.toArray())
                .map(PostgresStatements::payee)
                .collect(Collectors.toMap(payee -> payee.name().key(), Function.identity())));
    }

    private static Statement statement(ResultSet row, StatementContext context) throws SQLException {
        return new Statement(
                new StatementId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                new LedgerAccountId(row.getObject("account", UUID.class)),
                new Version(row.getLong("version")),
                row.getString("name"),
                ToldRows.told(row),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }

    private static Payee payee(ResultSet row, StatementContext context) throws SQLException {
        @Nullable UUID category = row.getObject("category", UUID.class);
        return new Payee(
                new PayeeId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                new Version(row.getLong("version")),
                new LedgerName(row.getString("name")),
                category == null ? null : new CategoryId(category));
    }
}
