package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.application.finance.statements.layout.Records.Row;
import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out what a file means: what is told counts, then what was remembered of files like it, then what it looks like. */
final class Detection {

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
        char delimiter = told.delimiter() == null ? TableDetection.delimiter(text) : told.delimiter();
        var rows = Records.split(text, delimiter, StatementReader.MOST_ROWS + TableDetection.PREAMBLE + 2);
        var header = TableDetection.header(rows, told.headerLine());
        var data = rows.stream()
                .filter(row -> header == null || row.line() > header.line())
                .filter(row -> !row.blank())
                .toList();
        var memory = header == null ? Told.NOTHING : remembered.apply(Layout.keyOf(header.cells()));
        return found(encoding, delimiter, header, data, memory);
    }

    private Found found(FileEncoding encoding, char delimiter, @Nullable Row header, List<Row> data, Told memory) {
        var given = told.or(memory).columns();
        var columns = given.isEmpty() ? ColumnDetection.columns(header, data) : given;
        var styles = new StyleDetection(columns, data, currency);
        var days = styles.days();
        var layout = new Layout(
                encoding,
                delimiter,
                header == null ? 0 : header.line(),
                header == null ? List.of() : header.cells(),
                columns,
                Objects.requireNonNullElseGet(
                        told.dateStyle(),
                        () -> days.orElseGet(() -> memory.dateStyle() == null ? styles.guess() : memory.dateStyle())),
                Objects.requireNonNullElseGet(
                        told.decimalStyle(), () -> styles.decimals(delimiter, memory.decimalStyle())),
                Boolean.TRUE.equals(told.or(memory).inverted()),
                Boolean.TRUE.equals(told.or(memory).feeApart()));
        boolean guessed =
                told.dateStyle() == null && days.isEmpty() && memory.dateStyle() == null && styles.ambiguous();
        return new Found(balanced(layout, data, memory), data, !memory.equals(Told.NOTHING), guessed);
    }

    /** Where neither was told: whether the balances agree better with fees apart, or with signs the other way round. */
    private Layout balanced(Layout layout, List<Row> data, Told memory) {
        var best = layout;
        var known = told.or(memory);
        // The first rows tell as well as all of them.
        var rows = layout.has(ColumnRole.BALANCE)
                ? data.subList(0, Math.min(data.size(), TableDetection.SAMPLE))
                : List.<Row>of();
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
                .mapToInt(BigDecimal::signum)
                .toArray();
        long charges = Arrays.stream(signs).filter(sign -> sign > 0).count();
        long minus = Arrays.stream(signs).filter(sign -> sign < 0).count();
        return charges >= 2 && charges > 2 * minus;
    }
}
