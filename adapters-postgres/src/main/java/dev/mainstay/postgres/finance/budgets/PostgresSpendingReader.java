package dev.mainstay.postgres.finance.budgets;

import dev.mainstay.application.finance.budgets.SpendingReader;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.postgres.sql.Database;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Sums up {@code finance.flow}: a row for each day and category, however many transactions there were. */
public final class PostgresSpendingReader implements SpendingReader {

    private final Database database;

    public PostgresSpendingReader(Database database) {
        this.database = database;
    }

    private record Spent(int window, Money amount) {}

    @Override
    public List<List<Money>> spent(UserId owner, List<Window> windows) {
        var found = database.read(handle -> handle.createQuery("""
            SELECT w.number, f.currency, sum(f.in_units + f.out_units)::bigint AS units
            FROM unnest(:categories::uuid[], :froms::date[], :untils::date[]) WITH ORDINALITY AS w (category, since, until, number)
            JOIN finance.category c ON c.owner = :owner AND (c.id = w.category OR c.parent = w.category)
            JOIN finance.flow f ON f.target = c.id AND f.target_kind = 'CATEGORY' AND f.owner = :owner
                               AND f.day >= w.since AND f.day < w.until
            GROUP BY w.number, f.currency
            HAVING sum(f.in_units + f.out_units) <> 0
            ORDER BY w.number, f.currency
            """)
                .bind("owner", owner.value())
                .bindArray(
                        "categories",
                        UUID.class,
                        windows.stream()
                                .map(window -> window.category().value())
                                .toList())
                .bindArray(
                        "froms",
                        String.class,
                        windows.stream()
                                .map(window -> window.days().from().toString())
                                .toList())
                .bindArray(
                        "untils",
                        String.class,
                        windows.stream()
                                .map(window -> window.days().until().toString())
                                .toList())
                .map((row, context) -> new Spent(
                        row.getInt("number"),
                        new Money(row.getLong("units"), Currency.getInstance(row.getString("currency")))))
                .list());
        var spent = new ArrayList<List<Money>>();
        windows.forEach(window -> spent.add(new ArrayList<>()));
        found.forEach(each -> spent.get(each.window() - 1).add(each.amount()));
        return spent;
    }
}
