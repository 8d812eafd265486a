package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What columns are by what stands in them, where no header says. */
final class Contents {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern CENTS = Pattern.compile(".*[.,]\\d{2}\\D{0,4}");

    private final List<Row> rows;
    private final int width;

    /**
     * Looks at rows of data.
     *
     * @param rows some of them are enough
     */
    Contents(List<Row> rows) {
        this.rows = rows;
        this.width = Math.min(
                Layout.MOST_COLUMNS,
                rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
    }

    /** Whether a cell says a day, in any style. */
    static boolean isDay(String cell) {
        return parsed(cell).isPresent();
    }

    private static Optional<LocalDate> parsed(String cell) {
        return cell.isEmpty() || cell.length() > 40
                ? Optional.empty()
                : DateStyle.DAY_FIRST.parse(cell).or(() -> DateStyle.MONTH_FIRST.parse(cell));
    }

    /** Whether a cell says an amount, in any style. */
    static boolean isAmount(String cell) {
        return !cell.isEmpty()
                && cell.length() <= 40
                && (DecimalStyle.COMMA.parse(cell).isPresent()
                        || DecimalStyle.POINT.parse(cell).isPresent());
    }

    static boolean isCurrency(String cell) {
        return CURRENCY.matcher(cell).matches();
    }

    /** Whether nearly all that stands in a column passes. */
    boolean mostly(int column, Predicate<String> test) {
        var filled = rows.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !filled.isEmpty() && filled.stream().filter(test).count() * 10 >= filled.size() * 8L;
    }

    /** The roles of columns that have none yet, as far as days and amounts, without which there is no statement, are missing. */
    Map<ColumnRole, List<Integer>> fill(Map<ColumnRole, List<Integer>> known) {
        boolean named = Layout.hasDay(known) && Layout.hasAmount(known);
        var columns = new EnumMap<ColumnRole, List<Integer>>(ColumnRole.class);
        columns.putAll(known);
        var free = new ArrayList<>(IntStream.range(0, width)
                .filter(each -> known.values().stream().noneMatch(places -> places.contains(each)))
                .boxed()
                .toList());
        if (!Layout.hasDay(columns)) {
            var days =
                    free.stream().filter(each -> mostly(each, Contents::isDay)).toList();
            put(columns, ColumnRole.DATE, days, 0);
            put(columns, ColumnRole.VALUE_DATE, days, 1);
            free.removeAll(days);
        }
        if (!Layout.hasAmount(columns)) {
            free.removeAll(fillAmounts(columns, free));
        }
        // Beside a header that is understood, a column of codes is of another amount's currency.
        if (!named && !columns.containsKey(ColumnRole.CURRENCY)) {
            var codes = free.stream()
                    .filter(each -> mostly(each, Contents::isCurrency))
                    .toList();
            put(columns, ColumnRole.CURRENCY, codes, 0);
            free.removeAll(codes);
        }
        if (!columns.containsKey(ColumnRole.TEXT) && !columns.containsKey(ColumnRole.PAYEE)) {
            var texts = free.stream()
                    .filter(each -> mostly(
                            each,
                            cell -> cell.chars().filter(Character::isLetter).count() >= 2))
                    .toList();
            if (!texts.isEmpty()) {
                columns.put(ColumnRole.TEXT, texts);
            }
        }
        return columns;
    }

    private List<Integer> fillAmounts(Map<ColumnRole, List<Integer>> columns, List<Integer> free) {
        var amounts = free.stream()
                .filter(each -> mostly(
                        each, cell -> isAmount(cell) && CENTS.matcher(cell).matches()))
                .toList();
        if (amounts.size() >= 2 && neverBoth(amounts.get(0), amounts.get(1))) {
            put(columns, ColumnRole.DEBIT, amounts, 0);
            put(columns, ColumnRole.CREDIT, amounts, 1);
            put(columns, ColumnRole.BALANCE, amounts, 2);
            return amounts;
        }
        var signed = amounts.stream().filter(this::hasMinus).toList();
        int amount = !signed.isEmpty() ? signed.getFirst() : amounts.isEmpty() ? -1 : amounts.getFirst();
        if (amount >= 0) {
            columns.put(ColumnRole.AMOUNT, List.of(amount));
            put(
                    columns,
                    ColumnRole.BALANCE,
                    amounts.stream().filter(each -> each != amount).toList(),
                    0);
        }
        return amounts;
    }

    private boolean neverBoth(int one, int other) {
        return rows.stream()
                .allMatch(row -> row.cell(one).isEmpty() != row.cell(other).isEmpty());
    }

    private boolean hasMinus(int column) {
        return rows.stream().anyMatch(row -> row.cell(column).contains("-"));
    }

    private static void put(Map<ColumnRole, List<Integer>> columns, ColumnRole role, List<Integer> places, int which) {
        if (places.size() > which) {
            columns.putIfAbsent(role, List.of(places.get(which)));
        }
    }
}
