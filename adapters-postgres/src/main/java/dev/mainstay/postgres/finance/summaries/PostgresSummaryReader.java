package dev.mainstay.postgres.finance.summaries;

import dev.mainstay.application.finance.summaries.Grouping;
import dev.mainstay.application.finance.summaries.SummaryReader;
import dev.mainstay.domain.finance.summaries.Turnover;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.postgres.sql.ArrayText;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.StatementContext;

/** Sums up {@code finance.flow}: a row for each day and account or category, however many transactions there were. */
public final class PostgresSummaryReader implements SummaryReader {

    private static final String OF_ACCOUNTS = """
        SELECT width_bucket(f.day, :boundaries::date[]) AS range, a.id::text AS key, a.name, f.currency, sum(f.in_units)::bigint AS came, (- sum(f.out_units))::bigint AS went
        FROM finance.flow f
        JOIN finance.account a ON a.id = f.target
        WHERE f.owner = :owner AND f.target_kind = 'ACCOUNT' AND f.day >= :from AND f.day < :until
        GROUP BY range, a.id, f.currency
        ORDER BY 1, 2, 4
        """;

    private static final String OF_CATEGORIES = """
        SELECT width_bucket(f.day, :boundaries::date[]) AS range, %s AS key, %s AS name, f.currency,
               coalesce(- sum(f.in_units + f.out_units) FILTER (WHERE c.kind = 'INCOME'), 0)::bigint AS came,
               coalesce(sum(f.in_units + f.out_units) FILTER (WHERE c.kind = 'EXPENSE'), 0)::bigint AS went
        FROM finance.flow f
        JOIN finance.category c ON c.id = f.target
        WHERE f.owner = :owner AND f.target_kind = 'CATEGORY' AND f.day >= :from AND f.day < :until
        GROUP BY range, %s, f.currency
        ORDER BY 1, 2, 4
        """;

    private static final String BY_CATEGORY = OF_CATEGORIES.formatted("c.id::text", "c.name", "c.id");
    private static final String BY_DAY = byTime("day");
    private static final String BY_WEEK = byTime("week");
    private static final String BY_MONTH = byTime("month");

    private final Database database;

    public PostgresSummaryReader(Database database) {
        this.database = database;
    }

    /** @param range its number, from 1 on */
    private record Row(int range, Line line) {}

    @Override
    public List<List<Line>> turnovers(UserId owner, List<LocalDate> boundaries, Grouping by) {
        List<Row> rows = database.read(handle -> handle.createQuery(sql(by))
                .bind("owner", owner.value())
                .bind("from", boundaries.getFirst())
                .bind("until", boundaries.getLast())
                .bind("boundaries", ArrayText.of(boundaries))
                .map(PostgresSummaryReader::row)
                .list());
        return IntStream.range(1, boundaries.size())
                .mapToObj(range -> rows.stream()
                        .filter(row -> row.range() == range)
                        .map(Row::line)
                        .toList())
                .toList();
    }

    private static String sql(Grouping by) {
        return switch (by) {
            case ACCOUNT -> OF_ACCOUNTS;
            case CATEGORY -> BY_CATEGORY;
            case DAY -> BY_DAY;
            case WEEK -> BY_WEEK;
            case MONTH -> BY_MONTH;
        };
    }

    /** A week begins on Monday for PostgreSQL too (ISO 8601). */
    private static String byTime(String unit) {
        String start = "date_trunc('" + unit + "', f.day::timestamp)";
        return OF_CATEGORIES.formatted("(" + start + "::date)::text", "''", start);
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new Row(
                row.getInt("range"),
                new Line(
                        row.getString("key"),
                        row.getString("name"),
                        new Turnover(
                                new Money(row.getLong("came"), currency), new Money(row.getLong("went"), currency))));
    }
}
