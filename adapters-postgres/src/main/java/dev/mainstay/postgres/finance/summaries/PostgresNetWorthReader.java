package dev.mainstay.postgres.finance.summaries;

import dev.mainstay.application.finance.summaries.NetWorthReader;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Reads {@code finance.balance} for now, and for accounting days sums up {@code finance.flow}. */
public final class PostgresNetWorthReader implements NetWorthReader {

    private final Database database;

    public PostgresNetWorthReader(Database database) {
        this.database = database;
    }

    @Override
    public List<Money> now(UserId owner) {
        return database.read(handle -> handle.createQuery("""
            SELECT a.currency, sum(b.posted)::bigint AS units
            FROM finance.account a
            JOIN finance.balance b ON b.account = a.id
            WHERE a.owner = :owner
            GROUP BY a.currency
            ORDER BY a.currency
            """)
                .bind("owner", owner.value())
                .map((row, context) -> money(row))
                .list());
    }

    @Override
    public List<Change> changes(UserId owner, LocalDate first, LocalDate last) {
        return database.read(handle -> handle.createQuery("""
            SELECT greatest(f.day, :first) AS day, f.currency, sum(f.in_units + f.out_units)::bigint AS units
            FROM finance.flow f
            WHERE f.owner = :owner AND f.target_kind = 'ACCOUNT' AND f.day <= :last
            GROUP BY 1, 2
            HAVING sum(f.in_units + f.out_units) <> 0
            ORDER BY 1, 2
            """)
                .bind("owner", owner.value())
                .bind("first", first)
                .bind("last", last)
                .map((row, context) -> new Change(row.getObject("day", LocalDate.class), money(row)))
                .list());
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("units"), Currency.getInstance(row.getString("currency")));
    }
}
