package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.AppliedRate.Source;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionContent;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How transactions come out of {@code finance.transaction}, each with its postings as arrays in the order of their lines. */
final class TransactionRows {

    /** Of transactions {@code t} and their postings {@code p}, of {@link #POSTINGS}. */
    static final String COLUMNS = """
            t.id, t.owner, t.version, t.status, t.at, t.day, t.description, t.origin, t.reverses,
            t.rate_from, t.rate_to, t.rate, t.rate_day, t.rate_source, t.created_at, t.posted_at,
            p.accounts, p.categories, p.nominals, p.currencies, p.units, p.memos
            """;

    /** Follows a FROM with transactions {@code t}. */
    static final String POSTINGS = """
            CROSS JOIN LATERAL (
                SELECT array_agg(o.account ORDER BY o.line) AS accounts, array_agg(o.category ORDER BY o.line) AS categories,
                       array_agg(o.nominal ORDER BY o.line) AS nominals, array_agg(o.currency ORDER BY o.line) AS currencies,
                       array_agg(o.minor_units ORDER BY o.line) AS units, array_agg(o.memo ORDER BY o.line) AS memos
                FROM finance.posting o
                WHERE o.transaction = t.id
            ) p
            """;

    private TransactionRows() {}

    static Transaction transaction(ResultSet row) throws SQLException {
        @Nullable UUID reverses = row.getObject("reverses", UUID.class);
        return new Transaction(
                new TransactionId(row.getObject("id", UUID.class)),
                LedgerRows.owner(row),
                new Version(row.getLong("version")),
                TransactionStatus.valueOf(row.getString("status")),
                new TransactionContent(
                        LedgerRows.required(row, "at"),
                        row.getObject("day", LocalDate.class),
                        new Description(row.getString("description")),
                        postings(row),
                        rate(row)),
                Origin.valueOf(row.getString("origin")),
                reverses == null ? null : new TransactionId(reverses),
                LedgerRows.required(row, "created_at"),
                LedgerRows.instant(row, "posted_at"));
    }

    private static @Nullable AppliedRate rate(ResultSet row) throws SQLException {
        @Nullable String from = row.getString("rate_from");
        return from == null
                ? null
                : new AppliedRate(
                        Currency.getInstance(from),
                        Currency.getInstance(row.getString("rate_to")),
                        row.getBigDecimal("rate"),
                        row.getObject("rate_day", LocalDate.class),
                        Source.valueOf(row.getString("rate_source")));
    }

    private static Postings postings(ResultSet row) throws SQLException {
        var accounts = (@Nullable UUID[]) row.getArray("accounts").getArray();
        var categories = (@Nullable UUID[]) row.getArray("categories").getArray();
        var nominals = (@Nullable String[]) row.getArray("nominals").getArray();
        var currencies = (String[]) row.getArray("currencies").getArray();
        var units = (Long[]) row.getArray("units").getArray();
        var memos = (String[]) row.getArray("memos").getArray();
        return new Postings(IntStream.range(0, units.length)
                .mapToObj(i -> new Posting(
                        target(accounts[i], categories[i], nominals[i]),
                        new Money(units[i], Currency.getInstance(currencies[i])),
                        memos[i]))
                .toList());
    }

    private static PostingTarget target(@Nullable UUID account, @Nullable UUID category, @Nullable String nominal) {
        if (account != null) {
            return PostingTarget.to(new LedgerAccountId(account));
        }
        return category != null
                ? PostingTarget.to(new CategoryId(category))
                : PostingTarget.to(Nominal.valueOf(Objects.requireNonNull(nominal)));
    }
}
