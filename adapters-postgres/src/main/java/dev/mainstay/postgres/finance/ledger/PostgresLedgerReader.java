package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.LedgerReader;
import dev.mainstay.application.finance.ledger.RecordedTransaction;
import dev.mainstay.application.finance.ledger.RegisterLine;
import dev.mainstay.application.finance.ledger.TransactionFilter;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Balance;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the books in one statement for each answer. Balances come from {@code finance.balance}, those of the past from {@code
 * finance.account_total} and the postings of one hour, so that neither grows with the number of transactions.
 */
public final class PostgresLedgerReader implements LedgerReader {

    private static final String RECORDED = "SELECT " + TransactionRows.COLUMNS + """
            , n.version AS annotation_version, n.notes, n.payee, n.tags,
              (SELECT r.id FROM finance.transaction r WHERE r.reverses = t.id) AS reversed_by,
              (SELECT count(*) FROM finance.attachment f WHERE f.transaction = t.id) AS attachments
            """;

    private static final String AFTER_LINE =
            " AND (p.at, p.transaction, p.line) < (:at, :transaction, :line::smallint) ";

    private final Database database;

    public PostgresLedgerReader(Database database) {
        this.database = database;
    }

    @Override
    public Map<LedgerAccountId, Balance> balances(UserId owner, Collection<LedgerAccountId> accounts) {
        return database.read(handle -> handle.createQuery("""
                        SELECT a.id, a.currency, b.posted, b.pending
                        FROM finance.account a
                        JOIN finance.balance b ON b.account = a.id
                        WHERE a.owner = :owner AND a.id = ANY(:ids)
                        """)
                .bind("owner", owner.value())
                .bindArray(
                        "ids",
                        UUID.class,
                        accounts.stream().map(LedgerAccountId::value).toArray())
                .map((row, context) -> Map.entry(
                        new LedgerAccountId(row.getObject("id", UUID.class)),
                        balance(row, Currency.getInstance(row.getString("currency")))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Balance balance(ResultSet row, Currency currency) throws SQLException {
        return new Balance(new Money(row.getLong("posted"), currency), new Money(row.getLong("pending"), currency));
    }

    @Override
    public Money balanceAt(LedgerAccount account, Instant at) {
        return database.read(handle -> handle.createQuery("""
                        SELECT finance.posted_until(
                            :account, :at, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 32767::smallint)::bigint AS units
                        """)
                .bind("account", account.id().value())
                .bind("at", at)
                .map((row, context) -> new Money(row.getLong("units"), account.currency()))
                .one());
    }

    @Override
    public Page<RegisterLine> register(LedgerAccount account, PageRequest page) {
        @Nullable Cursor after = page.after();
        var rows = database.read(handle -> handle.createQuery("""
                        WITH page AS (
                            SELECT p.at, p.transaction, p.line, p.day, p.status, p.minor_units, p.memo, t.origin, t.description
                            FROM finance.posting p
                            JOIN finance.transaction t ON t.id = p.transaction
                            WHERE p.account = :account AND p.status <> 'VOID'
                        """ + (after == null ? "" : AFTER_LINE) + """
                            ORDER BY p.at DESC, p.transaction DESC, p.line DESC
                            LIMIT :limit
                        )
                        SELECT g.at, g.transaction, g.line, g.day, g.status, g.minor_units, g.memo, g.origin, g.description,
                               ((SELECT finance.posted_until(:account, f.at, f.transaction, f.line)
                                 FROM page f
                                 ORDER BY f.at DESC, f.transaction DESC, f.line DESC
                                 LIMIT 1)
                                - coalesce(sum(g.minor_units) FILTER (WHERE g.status = 'POSTED') OVER (
                                      ORDER BY g.at DESC, g.transaction DESC, g.line DESC
                                      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::bigint AS balance
                        FROM page g
                        ORDER BY g.at DESC, g.transaction DESC, g.line DESC
                        """)
                .bind("account", account.id().value())
                .bindMap(place(after))
                .bind("limit", page.limit() + 1)
                .map((row, context) -> line(row, account.currency()))
                .list());
        return Page.of(
                rows,
                page.limit(),
                line -> new Cursor(
                        LATEST_FIRST,
                        List.of(
                                line.at().toString(),
                                line.transaction().value().toString(),
                                Integer.toString(line.line()))));
    }

    /** What {@link #AFTER_LINE} binds; a first page has no such condition, for one that is always true keeps PostgreSQL from its index. */
    private static Map<String, Object> place(@Nullable Cursor after) {
        return after == null
                ? Map.of()
                : Map.of(
                        "at", Instant.parse(after.values().get(0)),
                        "transaction", UUID.fromString(after.values().get(1)),
                        "line", Integer.parseInt(after.values().get(2)));
    }

    private static RegisterLine line(ResultSet row, Currency currency) throws SQLException {
        return new RegisterLine(
                new TransactionId(row.getObject("transaction", UUID.class)),
                row.getInt("line"),
                LedgerRows.required(row, "at"),
                row.getObject("day", LocalDate.class),
                TransactionStatus.valueOf(row.getString("status")),
                Origin.valueOf(row.getString("origin")),
                new Description(row.getString("description")),
                row.getString("memo"),
                new Money(row.getLong("minor_units"), currency),
                new Money(row.getLong("balance"), currency));
    }

    @Override
    public RecordedTransaction transaction(TransactionId id, UserId owner) {
        return database.read(handle -> handle.createQuery(
                        RECORDED + """
                        FROM finance.transaction t
                        JOIN finance.annotation n ON n.transaction = t.id
                        """ + TransactionRows.POSTINGS + "WHERE t.id = :id AND t.owner = :owner")
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(PostgresLedgerReader::recorded)
                .findOne()
                .orElseThrow(PostgresLedgerTransactions::notFound));
    }

    /** The page is found first; its postings are put together for it alone. */
    @Override
    public Page<RecordedTransaction> transactions(UserId owner, TransactionFilter filter, PageRequest page) {
        var conditions = TransactionConditions.of(filter);
        var rows = database.read(handle -> conditions
                .bind(bind(
                        handle.createQuery("""
                                WITH page AS MATERIALIZED (
                                    SELECT t.*
                                    FROM finance.transaction t
                                    JOIN finance.annotation n ON n.transaction = t.id
                                    WHERE t.owner = :owner
                                      AND (:at::timestamptz IS NULL OR (t.at, t.id) < (:at, :id::uuid))
                                """ + conditions.sql() + """
                                    ORDER BY t.at DESC, t.id DESC
                                    LIMIT :limit
                                )
                                """ + RECORDED + """
                                FROM page t
                                JOIN finance.annotation n ON n.transaction = t.id
                                """ + TransactionRows.POSTINGS
                                + "ORDER BY t.at DESC, t.id DESC"),
                        page.after()))
                .bind("owner", owner.value())
                .bind("limit", page.limit() + 1)
                .map(PostgresLedgerReader::recorded)
                .list());
        return Page.of(rows, page.limit(), PostgresLedgerReader::place);
    }

    private static Query bind(Query query, @Nullable Cursor after) {
        return query.bindByType(
                        "at",
                        after == null ? null : Instant.parse(after.values().get(0)),
                        Instant.class)
                .bindByType(
                        "id",
                        after == null ? null : UUID.fromString(after.values().get(1)),
                        UUID.class);
    }

    private static Cursor place(RecordedTransaction row) {
        return new Cursor(
                LATEST_FIRST,
                List.of(
                        row.transaction().content().at().toString(),
                        row.transaction().id().value().toString()));
    }

    private static RecordedTransaction recorded(ResultSet row, StatementContext context) throws SQLException {
        var transaction = TransactionRows.transaction(row);
        @Nullable UUID reversedBy = row.getObject("reversed_by", UUID.class);
        return new RecordedTransaction(
                transaction,
                PostgresAnnotations.annotation(row, transaction.id()),
                reversedBy == null ? null : new TransactionId(reversedBy),
                row.getInt("attachments"));
    }
}
