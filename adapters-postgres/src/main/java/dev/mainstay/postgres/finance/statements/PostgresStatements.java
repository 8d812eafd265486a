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
import dev.mainstay.domain.finance.ledger.TransactionId;
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

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Database database;

    public PostgresStatements(Database database) {
        this.database = database;
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
        if (fingerprints.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT account, fingerprint, transaction, statement, number
                        FROM finance.statement_row
                        WHERE account = :account AND fingerprint = ANY(:fingerprints)
                        """)
                .bind("account", account.value())
                .bindArray("fingerprints", String.class, fingerprints.toArray())
                .map(PostgresStatements::bookedRow)
                .collect(Collectors.toMap(BookedRow::fingerprint, Function.identity())));
    }

    @Override
    public void addBooked(UserId owner, LedgerAccountId account, List<BookedRow> rows) {
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO finance.statement_row (account, owner, fingerprint, transaction, statement, number)
                        SELECT :account, :owner, f, t, s, n
                        FROM unnest(:fingerprints::text[], :transactions::uuid[], :statements::uuid[], :numbers::integer[])
                            AS r (f, t, s, n)
                        """)
                .bind("account", account.value())
                .bind("owner", owner.value())
                .bindArray("fingerprints", String.class, array(rows, BookedRow::fingerprint))
                .bindArray(
                        "transactions",
                        UUID.class,
                        array(rows, row -> row.transaction().value()))
                .bindArray(
                        "statements",
                        UUID.class,
                        array(rows, row -> row.statement().value()))
                .bindArray("numbers", Integer.class, array(rows, BookedRow::number))
                .execute());
    }

    private static Object[] array(List<BookedRow> rows, Function<BookedRow, Object> value) {
        return rows.stream().map(value).toArray();
    }

    @Override
    public void eachBooked(UserId owner, Consumer<BookedRow> row) {
        database.read(handle -> {
            handle.createQuery("""
                            SELECT account, fingerprint, transaction, statement, number
                            FROM finance.statement_row
                            WHERE owner = :owner
                            ORDER BY account, transaction
                            """)
                    .bind("owner", owner.value())
                    .setFetchSize(FETCHED_AT_ONCE)
                    .map(PostgresStatements::bookedRow)
                    .forEach(row);
            return true;
        });
    }

    @Override
    public Told remembered(LedgerAccountId account, String headerKey) {
        return database.read(handle -> handle.createQuery("SELECT " + ToldRows.COLUMNS + """
                         FROM finance.statement_layout
                        WHERE account = :account AND header = :header
                        """)
                .bind("account", account.value())
                .bind("header", headerKey)
                .map((row, context) -> ToldRows.told(row))
                .findOne()
                .orElse(Told.NOTHING));
    }

    @Override
    public void remember(UserId owner, LedgerAccountId account, String headerKey, Told told, Instant now) {
        database.execute(handle -> {
            ToldRows.bind(
                            handle.createUpdate(
                                    "INSERT INTO finance.statement_layout (account, header, owner, used_at, "
                                            + ToldRows.COLUMNS + ") VALUES (:account, :header, :owner, :now, "
                                            + ToldRows.PARAMETERS + """
                            ) ON CONFLICT (account, header) DO UPDATE SET
                                used_at = excluded.used_at, encoding = excluded.encoding, delimiter = excluded.delimiter,
                                header_line = excluded.header_line, columns = excluded.columns,
                                date_style = excluded.date_style, decimal_style = excluded.decimal_style,
                                inverted = excluded.inverted, fee_apart = excluded.fee_apart
                            """),
                            told)
                    .bind("account", account.value())
                    .bind("header", headerKey)
                    .bind("owner", owner.value())
                    .bind("now", now)
                    .execute();
            handle.createUpdate("""
                            DELETE FROM finance.statement_layout
                            WHERE account = :account AND header IN (SELECT header FROM finance.statement_layout
                                                                    WHERE account = :account
                                                                    ORDER BY used_at DESC, header
                                                                    OFFSET :most)
                            """)
                    .bind("account", account.value())
                    .bind("most", MOST_REMEMBERED)
                    .execute();
        });
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

    private static BookedRow bookedRow(ResultSet row, StatementContext context) throws SQLException {
        return new BookedRow(
                new LedgerAccountId(row.getObject("account", UUID.class)),
                row.getString("fingerprint"),
                new TransactionId(row.getObject("transaction", UUID.class)),
                new StatementId(row.getObject("statement", UUID.class)),
                row.getInt("number"));
    }
}
