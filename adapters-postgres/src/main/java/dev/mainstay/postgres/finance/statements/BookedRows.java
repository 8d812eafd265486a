package dev.mainstay.postgres.finance.statements;

import dev.mainstay.application.finance.statements.BookedRow;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;

/** What was booked, in {@code finance.statement_row}. */
final class BookedRows {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Database database;

    BookedRows(Database database) {
        this.database = database;
    }

    Map<String, BookedRow> of(LedgerAccountId account, Collection<String> fingerprints) {
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
                .map(BookedRows::row)
                .collect(Collectors.toMap(BookedRow::fingerprint, Function.identity())));
    }

    void add(UserId owner, LedgerAccountId account, List<BookedRow> rows) {
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

    void each(UserId owner, Consumer<BookedRow> row) {
        database.read(handle -> {
            handle.createQuery("""
                            SELECT account, fingerprint, transaction, statement, number
                            FROM finance.statement_row
                            WHERE owner = :owner
                            ORDER BY account, transaction
                            """)
                    .bind("owner", owner.value())
                    .setFetchSize(FETCHED_AT_ONCE)
                    .map(BookedRows::row)
                    .forEach(row);
            return true;
        });
    }

    private static BookedRow row(ResultSet row, StatementContext context) throws SQLException {
        return new BookedRow(
                new LedgerAccountId(row.getObject("account", UUID.class)),
                row.getString("fingerprint"),
                new TransactionId(row.getObject("transaction", UUID.class)),
                new StatementId(row.getObject("statement", UUID.class)),
                row.getInt("number"));
    }
}
