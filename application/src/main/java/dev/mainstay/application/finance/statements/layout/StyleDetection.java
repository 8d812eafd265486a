package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds out how days and amounts are written, by all rows. */
final class StyleDetection {

    private final Map<ColumnRole, List<Integer>> columns;
    private final List<Row> data;
    private final Currency currency;

    StyleDetection(Map<ColumnRole, List<Integer>> columns, List<Row> data, Currency currency) {
        this.columns = columns;
        this.data = data;
        this.currency = currency;
    }

    /** Decided by all rows: a number above 12 can be no month. Empty if no row tells. */
    Optional<DateStyle> days() {
        int dayFirst = 0;
        int monthFirst = 0;
        for (Matcher numbers : numbers()) {
            dayFirst += Integer.parseInt(numbers.group(1)) > 12 ? 1 : 0;
            monthFirst += Integer.parseInt(numbers.group(3)) > 12 ? 1 : 0;
        }
        if (dayFirst == monthFirst) {
            return Optional.empty();
        }
        return Optional.of(dayFirst > monthFirst ? DateStyle.DAY_FIRST : DateStyle.MONTH_FIRST);
    }

    private List<Matcher> numbers() {
        var found = new ArrayList<Matcher>();
        for (ColumnRole role : List.of(ColumnRole.DATE, ColumnRole.VALUE_DATE)) {
            for (int column : columns.getOrDefault(role, List.of())) {
                for (Row row : data) {
                    var numbers = DateStyle.NUMBERS.matcher(row.cell(column));
                    if (numbers.matches()) {
                        found.add(numbers);
                    }
                }
            }
        }
        return found;
    }

    /** Whether a row's day may be its month. */
    boolean ambiguous() {
        return numbers().stream()
                .anyMatch(each -> !each.group(2).equals(".") && !each.group(1).equals(each.group(3)));
    }

    /** Statements are in the order of days; failing that, month first is American. Points are never American. */
    DateStyle guess() {
        if (!ambiguous()) {
            return DateStyle.DAY_FIRST;
        }
        int day = disorder(DateStyle.DAY_FIRST);
        int month = disorder(DateStyle.MONTH_FIRST);
        if (day != month) {
            return day < month ? DateStyle.DAY_FIRST : DateStyle.MONTH_FIRST;
        }
        return currency.getCurrencyCode().equals("USD") ? DateStyle.MONTH_FIRST : DateStyle.DAY_FIRST;
    }

    private int disorder(DateStyle style) {
        int up = 0;
        int down = 0;
        @Nullable LocalDate before = null;
        int column = columns.getOrDefault(ColumnRole.DATE, List.of(-1)).getFirst();
        for (Row row : data) {
            var day = style.parse(row.cell(column)).orElse(before);
            if (before != null && day != null) {
                up += day.isBefore(before) ? 1 : 0;
                down += day.isAfter(before) ? 1 : 0;
            }
            before = day;
        }
        return Math.min(up, down);
    }

    /**
     * How amounts are written.
     *
     * @param remembered what counts if no amount tells; null if nothing is known
     */
    DecimalStyle decimals(char delimiter, @Nullable DecimalStyle remembered) {
        long comma = 0;
        long point = 0;
        for (ColumnRole role : List.of(
                ColumnRole.AMOUNT,
                ColumnRole.DEBIT,
                ColumnRole.CREDIT,
                ColumnRole.NET,
                ColumnRole.BALANCE,
                ColumnRole.FEE)) {
            for (int column : columns.getOrDefault(role, List.of())) {
                for (Row row : data) {
                    comma += DecimalStyle.COMMA.evidence(row.cell(column), currency.getDefaultFractionDigits());
                    point += DecimalStyle.POINT.evidence(row.cell(column), currency.getDefaultFractionDigits());
                }
            }
        }
        if (comma != point) {
            return comma > point ? DecimalStyle.COMMA : DecimalStyle.POINT;
        }
        if (remembered != null) {
            return remembered;
        }
        return delimiter == ';' ? DecimalStyle.COMMA : DecimalStyle.POINT;
    }
}
