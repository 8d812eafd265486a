package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.finance.statements.layout.Records.Row;
import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds out what a file means: what is told counts, then what was remembered of files like it, then what it looks like. */
final class Detection {

    /** How far down a header is looked for. */
    private static final int PREAMBLE = 60;

    /** Rows that are looked at to tell what columns are. */
    private static final int SAMPLE = 300;

    private static final char[] DELIMITERS = {';', ',', '\t', '|'};

    private final byte[] file;
    private final Currency currency;
    private final boolean credit;
    private final Told told;
    private final Function<String, Told> remembered;

    Detection(byte[] file, Currency currency, boolean credit, Told told, Function<String, Told> remembered) {
        this.file = file;
        this.currency = currency;
        this.credit = credit;
        this.told = told;
        this.remembered = remembered;
    }

    /** A file that was read: what it means, its data, and whether the style of its days was a guess. */
    record Found(Layout layout, List<Row> rows, boolean remembered, boolean guessedDays) {}

    Found run() {
        var encoding = told.encoding() == null ? FileEncoding.of(file) : told.encoding();
        String text = encoding.decode(file);
        if (text.isBlank()) {
            throw new Invalid("body", "empty", "must be a CSV file; there is nothing in it");
        }
        char delimiter = told.delimiter() == null ? delimiter(text) : told.delimiter();
        var rows = Records.split(text, delimiter, StatementReader.MOST_ROWS + PREAMBLE + 2);
        var header = header(rows);
        var data = rows.stream()
                .filter(row -> header == null || row.line() > header.line())
                .filter(row -> !row.blank())
                .toList();
        var memory = header == null ? Told.NOTHING : remembered.apply(Layout.keyOf(header.cells()));
        return found(encoding, delimiter, header, data, memory);
    }

    private Found found(FileEncoding encoding, char delimiter, @Nullable Row header, List<Row> data, Told memory) {
        var columns = columns(header, data, memory);
        var days = dayStyle(columns, data);
        var layout = new Layout(
                encoding,
                delimiter,
                header == null ? 0 : header.line(),
                header == null ? List.of() : header.cells(),
                columns,
                Objects.requireNonNullElseGet(
                        told.dateStyle(),
                        () -> days.orElseGet(
                                () -> memory.dateStyle() == null ? guess(columns, data) : memory.dateStyle())),
                Objects.requireNonNullElseGet(
                        told.decimalStyle(), () -> decimalStyle(columns, data, delimiter, memory)),
                Boolean.TRUE.equals(told.or(memory).inverted()),
                Boolean.TRUE.equals(told.or(memory).feeApart()));
        boolean guessed =
                told.dateStyle() == null && days.isEmpty() && memory.dateStyle() == null && ambiguous(columns, data);
        return new Found(balanced(layout, data, memory), data, !memory.equals(Told.NOTHING), guessed);
    }

    // ---- delimiter and header

    private static char delimiter(String text) {
        if (text.startsWith("sep=") && text.length() > 4) {
            return text.charAt(4);
        }
        String beginning = text.substring(0, Math.min(text.length(), 200_000));
        char best = DELIMITERS[0];
        long most = -1;
        for (char each : DELIMITERS) {
            long score = score(Records.split(beginning, each, SAMPLE));
            if (score > most) {
                best = each;
                most = score;
            }
        }
        return best;
    }

    /** A known header tells most; then how many rows have a day and an amount, and the same number of cells. */
    private static long score(List<Row> rows) {
        int header = rows.stream()
                .limit(PREAMBLE)
                .mapToInt(row -> Header.of(row).score())
                .max()
                .orElse(0);
        long data = rows.stream().filter(Detection::looksLikeData).count();
        long even = rows.stream().filter(row -> row.cells().size() > 1).count();
        return header * 1_000_000L + data * 1_000L + even;
    }

    private static boolean looksLikeData(Row row) {
        return row.cells().size() > 2
                && row.cells().stream().anyMatch(Contents::isDay)
                && row.cells().stream().anyMatch(cell -> !Contents.isDay(cell) && Contents.isAmount(cell));
    }

    private @Nullable Row header(List<Row> rows) {
        Integer line = told.headerLine();
        if (line != null) {
            return line == 0
                    ? null
                    : rows.stream()
                            .filter(row -> row.line() == line)
                            .findFirst()
                            .orElseThrow(() -> new Invalid("headerLine", "out_of_range", "must be a line of the file"));
        }
        var known = rows.stream()
                .limit(PREAMBLE)
                .filter(row -> !looksLikeData(row))
                .filter(row -> Header.of(row).known() >= 2 && Header.of(row).score() > 0)
                .max(Comparator.comparingInt((Row row) -> Header.of(row).score())
                        .thenComparing(row -> -row.line()));
        return known.filter(row -> Header.of(row).complete())
                .or(() -> aboveData(rows))
                .or(() -> known)
                .orElse(null);
    }

    /** In a language nobody here knows: the row above the first row of data that is as wide and says neither days nor amounts. */
    private static Optional<Row> aboveData(List<Row> rows) {
        @Nullable Row above = null;
        for (Row row : rows) {
            if (row.blank()) {
                continue;
            }
            if (looksLikeData(row)) {
                return Optional.ofNullable(above)
                        .filter(each -> each.cells().size() == row.cells().size())
                        .filter(each -> each.cells().stream()
                                .noneMatch(cell -> Contents.isDay(cell) || Contents.isAmount(cell)));
            }
            above = row;
        }
        return Optional.empty();
    }

    // ---- columns

    private Map<ColumnRole, List<Integer>> columns(@Nullable Row header, List<Row> data, Told memory) {
        var given = told.or(memory).columns();
        if (!given.isEmpty()) {
            return given;
        }
        var sample =
                data.stream().filter(Detection::looksLikeData).limit(SAMPLE).toList();
        var contents = new Contents(sample.isEmpty() ? data : sample);
        var known = new EnumMap<ColumnRole, List<Integer>>(ColumnRole.class);
        if (header != null) {
            known.putAll(Header.of(header).columns());
        }
        correct(known, contents);
        var columns = contents.fill(known);
        if (!columns.containsKey(ColumnRole.DATE) && columns.containsKey(ColumnRole.VALUE_DATE)) {
            columns.put(ColumnRole.DATE, Objects.requireNonNull(columns.remove(ColumnRole.VALUE_DATE)));
        }
        if (!Layout.hasDay(columns) || !Layout.hasAmount(columns)) {
            throw new Invalid(
                    "body",
                    "unknown_layout",
                    "has no columns that can be taken for days and amounts; tell headerLine and columns, or send another file");
        }
        return columns;
    }

    /** "Valuta" is a day to Germans and a currency to the Dutch, "Details" a text or a direction; what stands below tells. */
    private static void correct(Map<ColumnRole, List<Integer>> known, Contents contents) {
        var value = known.get(ColumnRole.VALUE_DATE);
        if (value != null && contents.mostly(value.getFirst(), Contents::isCurrency)) {
            known.remove(ColumnRole.VALUE_DATE);
            known.putIfAbsent(ColumnRole.CURRENCY, value);
        }
        for (ColumnRole role : List.of(ColumnRole.DEBIT, ColumnRole.CREDIT, ColumnRole.TEXT)) {
            var ways = known.getOrDefault(role, List.of()).stream()
                    .filter(column ->
                            contents.mostly(column, cell -> Words.way(cell).isPresent()))
                    .toList();
            if (!ways.isEmpty()) {
                var rest = known.getOrDefault(role, List.of()).stream()
                        .filter(each -> !ways.contains(each))
                        .toList();
                if (rest.isEmpty()) {
                    known.remove(role);
                } else {
                    known.put(role, rest);
                }
                known.putIfAbsent(ColumnRole.DIRECTION, ways.subList(0, 1));
            }
        }
    }

    // ---- days

    /** Decided by all rows: a number above 12 can be no month. Empty if no row tells. */
    private static Optional<DateStyle> dayStyle(Map<ColumnRole, List<Integer>> columns, List<Row> data) {
        int dayFirst = 0;
        int monthFirst = 0;
        for (Matcher numbers : numbers(columns, data)) {
            dayFirst += Integer.parseInt(numbers.group(1)) > 12 ? 1 : 0;
            monthFirst += Integer.parseInt(numbers.group(3)) > 12 ? 1 : 0;
        }
        if (dayFirst == monthFirst) {
            return Optional.empty();
        }
        return Optional.of(dayFirst > monthFirst ? DateStyle.DAY_FIRST : DateStyle.MONTH_FIRST);
    }

    private static List<Matcher> numbers(Map<ColumnRole, List<Integer>> columns, List<Row> data) {
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

    private static boolean ambiguous(Map<ColumnRole, List<Integer>> columns, List<Row> data) {
        return numbers(columns, data).stream()
                .anyMatch(each -> !each.group(2).equals(".") && !each.group(1).equals(each.group(3)));
    }

    /** Statements are in the order of days; failing that, month first is American. Points are never American. */
    private DateStyle guess(Map<ColumnRole, List<Integer>> columns, List<Row> data) {
        if (!ambiguous(columns, data)) {
            return DateStyle.DAY_FIRST;
        }
        int day = disorder(columns, data, DateStyle.DAY_FIRST);
        int month = disorder(columns, data, DateStyle.MONTH_FIRST);
        if (day != month) {
            return day < month ? DateStyle.DAY_FIRST : DateStyle.MONTH_FIRST;
        }
        return currency.getCurrencyCode().equals("USD") ? DateStyle.MONTH_FIRST : DateStyle.DAY_FIRST;
    }

    private static int disorder(Map<ColumnRole, List<Integer>> columns, List<Row> data, DateStyle style) {
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

    // ---- amounts

    private DecimalStyle decimalStyle(
            Map<ColumnRole, List<Integer>> columns, List<Row> data, char delimiter, Told memory) {
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
        if (memory.decimalStyle() != null) {
            return memory.decimalStyle();
        }
        return delimiter == ';' ? DecimalStyle.COMMA : DecimalStyle.POINT;
    }

    /** Where neither was told: whether the balances agree better with fees apart, or with signs the other way round. */
    private Layout balanced(Layout layout, List<Row> data, Told memory) {
        var best = layout;
        var known = told.or(memory);
        // The first rows tell as well as all of them.
        var rows = layout.has(ColumnRole.BALANCE) ? data.subList(0, Math.min(data.size(), SAMPLE)) : List.<Row>of();
        int most = agreeing(layout, rows);
        for (boolean inverted :
                known.inverted() == null ? new boolean[] {false, true} : new boolean[] {layout.inverted()}) {
            for (boolean apart :
                    known.feeApart() == null ? new boolean[] {false, true} : new boolean[] {layout.feeApart()}) {
                var other = with(layout, inverted, apart);
                int agreeing = agreeing(other, rows);
                if (agreeing > most) {
                    best = other;
                    most = agreeing;
                }
            }
        }
        boolean told = known.inverted() != null || layout.has(ColumnRole.BALANCE);
        return !told && credit && chargesHaveNoMinus(layout, data) ? with(best, true, best.feeApart()) : best;
    }

    private int agreeing(Layout layout, List<Row> data) {
        return Balances.agreeing(new StatementReader(layout, currency).read(data));
    }

    private static Layout with(Layout layout, boolean inverted, boolean feeApart) {
        return new Layout(
                layout.encoding(),
                layout.delimiter(),
                layout.headerLine(),
                layout.header(),
                layout.columns(),
                layout.dateStyle(),
                layout.decimalStyle(),
                inverted,
                feeApart);
    }

    /** On a credit card most rows are charges. */
    private static boolean chargesHaveNoMinus(Layout layout, List<Row> data) {
        if (!layout.has(ColumnRole.AMOUNT) || layout.has(ColumnRole.DIRECTION)) {
            return false;
        }
        int column = layout.of(ColumnRole.AMOUNT).getFirst();
        var signs = data.stream()
                .flatMap(row -> layout.decimalStyle().parse(row.cell(column)).stream())
                .mapToInt(java.math.BigDecimal::signum)
                .toArray();
        long charges = java.util.Arrays.stream(signs).filter(sign -> sign > 0).count();
        long minus = java.util.Arrays.stream(signs).filter(sign -> sign < 0).count();
        return charges >= 2 && charges > 2 * minus;
    }
}
