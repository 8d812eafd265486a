package dev.mainstay.http.finance.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mainstay.application.finance.rates.ImportRates;
import dev.mainstay.application.finance.rates.ImportedRates.Remark;
import dev.mainstay.application.finance.rates.RateRow;
import dev.mainstay.domain.finance.rates.EuroQuote;
import dev.mainstay.domain.money.Currencies;
import dev.mainstay.domain.refusal.Invalid;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of reference rates as the European Central Bank publishes it: a column of days and one for each currency, how many units
 * of it one euro was worth. {@code N/A} and nothing mean that it was not quoted; the comma at the end of each row means nothing.
 * The file of a single day, with spaces and {@code 13 April 2026}, is read as well. Rows are read while they are asked for.
 */
final class RateTable implements Iterable<RateRow> {

    private static final Pattern PLAIN =
            Pattern.compile("[0-9]{1,%d}(\\.[0-9]{1,%d})?".formatted(EuroQuote.DIGITS, EuroQuote.SCALE));
    private static final DateTimeFormatter SPELT_OUT = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final byte[] file;

    RateTable(byte[] file) {
        this.file = file;
        header(rows());
    }

    @Override
    public Iterator<RateRow> iterator() {
        var rows = rows();
        var columns = header(rows);
        return new Iterator<>() {
            private int line = 1;

            @Override
            public boolean hasNext() {
                boolean more = more(rows);
                if (more && line > ImportRates.MOST_ROWS) {
                    throw new Invalid(
                            "body", "too_many_rows", "must have at most " + ImportRates.MOST_ROWS + " rows; split it");
                }
                return more;
            }

            @Override
            public RateRow next() {
                return row(++line, columns, rows.next().getFields());
            }
        };
    }

    private Iterator<CsvRecord> rows() {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(new ByteArrayInputStream(file), UTF_8))
                .iterator();
    }

    private static boolean more(Iterator<CsvRecord> rows) {
        try {
            return rows.hasNext();
        } catch (CsvParseException broken) {
            throw new Invalid("body", "malformed_table", "cannot be read as CSV: " + broken.getMessage());
        }
    }

    /** What stands in each column after the first; a heading that is no currency stays as it is. */
    private record Column(String heading, @Nullable Currency currency) {
        static Column of(String heading) {
            try {
                var currency = Currencies.named("body", heading);
                return new Column(heading, currency.equals(EuroQuote.EURO) ? null : currency);
            } catch (Invalid unknown) {
                return new Column(heading, null);
            }
        }
    }

    private static List<Column> header(Iterator<CsvRecord> rows) {
        List<String> cells = more(rows) ? rows.next().getFields() : List.of("");
        String first = cells.getFirst().replace(BYTE_ORDER_MARK, "").strip();
        var columns = cells.stream().skip(1).map(String::strip).map(Column::of).toList();
        if (!first.equalsIgnoreCase("Date") || columns.stream().noneMatch(column -> column.currency() != null)) {
            throw new Invalid(
                    "body",
                    "not_a_rate_table",
                    "must begin with a row of Date and codes of currencies: Date,USD,JPY,…");
        }
        var named = columns.stream()
                .map(Column::currency)
                .filter(each -> each != null)
                .toList();
        if (named.stream().distinct().count() < named.size()) {
            throw new Invalid("body", "column_twice", "must have one column for each currency");
        }
        return columns;
    }

    private static RateRow row(int line, List<Column> columns, List<String> cells) {
        var problems = new ArrayList<Remark>();
        var quotes = new HashMap<Currency, BigDecimal>();
        int notQuoted = 0;
        @Nullable LocalDate day = day(cells.getFirst().strip());
        if (day == null) {
            problems.add(
                    new Remark("Date", "not_a_day", "The row has no day such as 2026-04-13; nothing of it is stored."));
        }
        for (int i = 1; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            var column = i <= columns.size() ? columns.get(i - 1) : new Column("", null);
            if (cell.isEmpty() || cell.equalsIgnoreCase("N/A")) {
                notQuoted += column.currency() == null ? 0 : 1;
            } else if (column.currency() == null) {
                problems.add(new Remark(
                        excerpt(column.heading()),
                        "unknown_currency",
                        "The column names no currency that can be quoted."));
            } else if (PLAIN.matcher(cell).matches() && new BigDecimal(cell).signum() > 0) {
                quotes.put(column.currency(), new BigDecimal(cell));
            } else {
                problems.add(new Remark(
                        column.heading(),
                        "not_a_rate",
                        "%s is no decimal greater than zero.".formatted(excerpt(cell))));
            }
        }
        return new RateRow(line, day, quotes, notQuoted, problems);
    }

    private static @Nullable LocalDate day(String cell) {
        try {
            var day = cell.contains(" ") ? LocalDate.parse(cell, SPELT_OUT) : LocalDate.parse(cell);
            return day.getYear() >= 1900 && day.getYear() <= 9999 ? day : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static String excerpt(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }
}
