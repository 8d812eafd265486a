package dev.mainstay.application.finance.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file of rates, as far as it could be read.
 *
 * @param line the number of the row in the file, its header being 1
 * @param day null if it could not be read; then nothing of the row is stored
 * @param quotes how many units of each currency one euro is
 * @param notQuoted how many cells are empty or say N/A
 * @param problems what could not be read
 */
public record RateRow(
        int line,
        @Nullable LocalDate day,
        Map<Currency, BigDecimal> quotes,
        int notQuoted,
        List<ImportedRates.Remark> problems) {

    public RateRow {
        quotes = Map.copyOf(quotes);
        problems = List.copyOf(problems);
    }
}
