package dev.mainstay.postgres.finance.summaries;

import dev.mainstay.application.finance.summaries.Grouping;
import dev.mainstay.application.finance.summaries.SummaryReader;
import dev.mainstay.domain.finance.summaries.Turnover;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** Sums up {@code finance.flow}: a row for each day and account or category, however many transactions there were. */
public final class PostgresSummaryReader implements SummaryReader {

    private static final String OF_ACCOUNTS = """
        SELECT a.id::text AS key, a.name, f.currency, sum(f.in_units)::bigint AS came, (- sum(f.out_units))::bigint AS went
        FROM finance.flow f
        JOIN finance.account a ON a.id = f.target
        WHERE f.owner = :owner AND f.target_kind = 'ACCOUNT' AND f.day >= :from AND f.day < :until
        GROUP BY a.id, f.currency
        ORDER BY 1, 3
        """;

    private static final String OF_CATEGORIES = """
        SELECT %s AS key, %s AS name, f.currency,
               coalesce(- sum(f.in_units + f.out_units) FILTER (WHERE c.kind = 'INCOME'), 0)::bigint AS came,
               coalesce(sum(f.in_units + f.out_units) FILTER (WHERE c.kind = 'EXPENSE'), 0)::bigint AS went
        FROM finance.flow f
        JOIN finance.category c ON c.id = f.target
        WHERE f.owner = :owner AND f.target_kind = 'CATEGORY' AND f.day >= :from AND f.day < :until
        GROUP BY %s, f.currency
        ORDER BY 1, 3
        """;

    private final Database database;

    public PostgresSummaryReader(Database database) {
        this.database = database;
    }

    @Override
    public List<Line> turnover(UserId owner, LocalDate from, LocalDate until, Grouping by) {
        return database.read(handle -> handle.createQuery(sql(by))
                .bind("owner", owner.value())
                .bind("from", from)
                .bind("until", until)
                .map(PostgresSummaryReader::line)
                .list());
    }

    private static String sql(Grouping by) {
        return switch (by) {
            case ACCOUNT -> OF_ACCOUNTS;
            case CATEGORY -> OF_CATEGORIES.formatted("c.id::text", "c.name", "c.id");
            case DAY -> byTime("day");
            case WEEK -> byTime("week");
            case MONTH -> byTime("month");
        };
    }

    /** A week begins on Monday for PostgreSQL too (ISO 8601). */
    private static String byTime(String unit) {
        String start = "date_trunc('" + unit + "', f.day::timestamp)";
        return OF_CATEGORIES.formatted("(" + start + "::date)::text", "''", start);
    }

    private static Line line(ResultSet row, StatementContext context) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Line(
                row.getString("key"),
                row.getString("name"),
                new Turnover(new Money(row.getLong("came"), currency), new Money(row.getLong("went"), currency)));
    }
}
