package dev.mainstay.postgres.finance.rates;

import dev.mainstay.application.finance.rates.EuroQuotes;
import dev.mainstay.domain.finance.rates.EuroQuote;
import dev.mainstay.postgres.sql.ArrayText;
import dev.mainstay.postgres.sql.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Quotes in {@code finance.rate}. */
public final class PostgresEuroQuotes implements EuroQuotes {

    private final Database database;

    public PostgresEuroQuotes(Database database) {
        this.database = database;
    }

    /** Readers go on meanwhile. */
    @Override
    public void takeTurns() {
        database.execute(handle -> handle.execute("LOCK TABLE finance.rate IN SHARE ROW EXCLUSIVE MODE"));
    }

    @Override
    public Map<LocalDate, Map<Currency, BigDecimal>> between(LocalDate first, LocalDate last) {
        return database.read(handle -> {
            var found = new HashMap<LocalDate, Map<Currency, BigDecimal>>();
            handle.createQuery("SELECT day, currency, per_euro FROM finance.rate WHERE day BETWEEN :first AND :last")
                    .bind("first", first)
                    .bind("last", last)
                    .map((row, context) -> new EuroQuote(
                            Currency.getInstance(row.getString("currency")),
                            row.getObject("day", LocalDate.class),
                            row.getBigDecimal("per_euro")))
                    .forEach(quote -> found.computeIfAbsent(quote.day(), day -> new HashMap<>())
                            .put(quote.currency(), quote.perEuro()));
            return found;
        });
    }

    @Override
    public void storeAll(Collection<EuroQuote> quotes) {
        if (quotes.isEmpty()) {
            database.execute(handle -> {});
            return;
        }
        database.execute(handle -> handle.createUpdate("""
                        INSERT INTO finance.rate (currency, day, per_euro)
                        SELECT * FROM unnest(:currencies::text[], :days::date[], :values::numeric[])
                        ON CONFLICT (currency, day) DO UPDATE SET per_euro = excluded.per_euro
                        """)
                .bind("currencies", ArrayText.of(quotes, each -> each.currency().getCurrencyCode()))
                .bind("days", ArrayText.of(quotes, EuroQuote::day))
                .bind("values", ArrayText.of(quotes, each -> each.perEuro().toPlainString()))
                .execute());
    }

    @Override
    public Set<Currency> known() {
        return database.read(handle -> new HashSet<>(handle.createQuery("SELECT DISTINCT currency FROM finance.rate")
                .map((row, context) -> Currency.getInstance(row.getString("currency")))
                .list()));
    }
}
