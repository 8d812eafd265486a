package dev.mainstay.postgres.finance.rates;

import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.rates.EuroQuote;
import dev.mainstay.domain.finance.rates.Rate;
import dev.mainstay.postgres.sql.Database;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Rates from {@code finance.rate}. */
public final class PostgresExchangeRates implements ExchangeRates {

    private final Database database;

    public PostgresExchangeRates(Database database) {
        this.database = database;
    }

    /** The rows of the euro say which day of publication was the last. */
    @Override
    public Optional<Rate> find(Currency from, Currency to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(new Rate(from, to, day, BigDecimal.ONE));
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT f.day, f.per_euro AS from_per_euro, t.per_euro AS to_per_euro
                        FROM finance.rate f
                        JOIN finance.rate t ON t.currency = :to AND t.day = f.day
                        WHERE f.currency = :from AND f.day <= :day
                          AND f.day >= (SELECT max(day) FROM finance.rate WHERE currency = 'EUR' AND day <= :day) - :missed::int
                        ORDER BY f.day DESC
                        LIMIT 1
                        """)
                .bind("from", from.getCurrencyCode())
                .bind("to", to.getCurrencyCode())
                .bind("day", day)
                .bind("missed", EuroQuote.MISSED_DAYS)
                .map((row, context) -> rate(row, from, to))
                .findOne());
    }

    @Override
    public Page<Rate> history(Currency from, Currency to, LocalDate first, LocalDate last, PageRequest page) {
        var after = page.after();
        LocalDate until = after == null
                ? last
                : LocalDate.parse(after.values().getFirst()).minusDays(1);
        return database.read(handle -> Page.of(
                handle.createQuery("""
                                SELECT f.day, f.per_euro AS from_per_euro, t.per_euro AS to_per_euro
                                FROM finance.rate f
                                JOIN finance.rate t ON t.currency = :to AND t.day = f.day
                                WHERE f.currency = :from AND f.day BETWEEN :first AND :until
                                ORDER BY f.day DESC
                                LIMIT :limit
                                """)
                        .bind("from", from.getCurrencyCode())
                        .bind("to", to.getCurrencyCode())
                        .bind("first", first)
                        .bind("until", until)
                        .bind("limit", page.limit() + 1)
                        .map((row, context) -> rate(row, from, to))
                        .list(),
                page.limit(),
                each -> new Cursor(LATEST_FIRST, List.of(each.day().toString()))));
    }

    private static Rate rate(ResultSet row, Currency from, Currency to) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        return new EuroQuote(from, day, row.getBigDecimal("from_per_euro"))
                .to(new EuroQuote(to, day, row.getBigDecimal("to_per_euro")));
    }
}
