package dev.mainstay.application.finance.rates;

import dev.mainstay.application.finance.rates.ImportedRates.Remark;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.rates.EuroQuote;
import dev.mainstay.domain.finance.rates.RatesImported;
import dev.mainstay.domain.identity.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Stores a file of rates against the euro in one transaction (F2). Importing it again changes nothing; a quote that differs from
 * the stored one corrects it, and transactions that were booked at the old one keep it.
 */
public final class ImportRates {

    static final int AT_ONCE = 500;

    /** Of a file; a history since 1999 has about seven thousand. */
    public static final int MOST_ROWS = 20_000;

    private final Writes writes;
    private final EuroQuotes quotes;
    private final Ids ids;

    public ImportRates(Writes writes, EuroQuotes quotes, Ids ids) {
        this.writes = writes;
        this.quotes = quotes;
        this.ids = ids;
    }

    /**
     * What to import.
     *
     * @param rows read as they are needed, again from the beginning if the transaction is repeated
     */
    public record Command(UserId by, Iterable<RateRow> rows) {}

    public ImportedRates handle(Command command) {
        return writes.run(events -> {
            quotes.takeTurns();
            var imported = store(command.rows());
            if (imported.inserted() + imported.corrected() > 0) {
                events.raise(new RatesImported(
                        command.by(), imported.id(), quotes.known(), imported.inserted(), imported.corrected()));
            }
            return imported;
        });
    }

    private ImportedRates store(Iterable<RateRow> rows) {
        var results = new ArrayList<ImportedRates.Row>();
        var part = new ArrayList<RateRow>(AT_ONCE);
        var seen = new HashSet<LocalDate>();
        for (RateRow row : rows) {
            part.add(row);
            if (part.size() == AT_ONCE) {
                results.addAll(store(part, seen));
                part.clear();
            }
        }
        results.addAll(store(part, seen));
        return new ImportedRates(ids.next(), results);
    }

    private List<ImportedRates.Row> store(List<RateRow> part, Set<LocalDate> seen) {
        var days = part.stream().map(RateRow::day).filter(Objects::nonNull).toList();
        if (days.isEmpty()) {
            return part.stream().map(ImportRates::unread).toList();
        }
        var stored = quotes.between(Collections.min(days), Collections.max(days));
        var changed = new ArrayList<EuroQuote>();
        var results = new ArrayList<ImportedRates.Row>();
        for (RateRow row : part) {
            LocalDate day = row.day();
            if (day == null) {
                results.add(unread(row));
            } else if (!seen.add(day)) {
                results.add(unread(row, "day_twice", "The day " + day + " came before; the first row of it counts."));
            } else {
                results.add(compare(row, day, stored.getOrDefault(day, Map.of()), changed));
            }
        }
        quotes.storeAll(changed);
        return results;
    }

    private static ImportedRates.Row compare(
            RateRow row, LocalDate day, Map<Currency, BigDecimal> stored, List<EuroQuote> changed) {
        int inserted = 0;
        int unchanged = 0;
        var remarks = new ArrayList<>(row.problems());
        for (var quote : row.quotes().entrySet()) {
            BigDecimal before = stored.get(quote.getKey());
            if (before != null && before.compareTo(quote.getValue()) == 0) {
                unchanged++;
                continue;
            }
            changed.add(new EuroQuote(quote.getKey(), day, quote.getValue()));
            if (before == null) {
                inserted++;
            } else {
                remarks.add(new Remark(
                        quote.getKey().getCurrencyCode(),
                        "corrected",
                        "It was " + before.toPlainString() + " and is "
                                + quote.getValue().toPlainString() + " now."));
            }
        }
        if (!row.quotes().isEmpty() && !stored.containsKey(EuroQuote.EURO)) {
            changed.add(EuroQuote.ofEuro(day));
        }
        int corrected = row.quotes().size() - inserted - unchanged;
        return new ImportedRates.Row(
                row.line(),
                Optional.of(day),
                inserted,
                corrected,
                unchanged,
                row.notQuoted(),
                row.problems().size(),
                remarks);
    }

    private static ImportedRates.Row unread(RateRow row) {
        return new ImportedRates.Row(
                row.line(),
                Optional.ofNullable(row.day()),
                0,
                0,
                0,
                row.notQuoted(),
                row.quotes().size() + row.problems().size(),
                row.problems());
    }

    private static ImportedRates.Row unread(RateRow row, String code, String why) {
        return unread(new RateRow(
                row.line(), row.day(), row.quotes(), row.notQuoted(), List.of(new Remark("Date", code, why))));
    }
}
