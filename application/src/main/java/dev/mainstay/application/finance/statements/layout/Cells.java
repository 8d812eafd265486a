package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in the cells of a layout. */
final class Cells {

    /** Where an amount may stand. */
    static final List<ColumnRole> AMOUNTS =
            List.of(ColumnRole.AMOUNT, ColumnRole.NET, ColumnRole.DEBIT, ColumnRole.CREDIT);

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_EXCERPT = 120;
    private static final int LONGEST_NUMBER = 60;
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029\\s\\u00A0]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final Layout layout;

    Cells(Layout layout) {
        this.layout = layout;
    }

    /** The first cell of that role, as it is; empty if there is none. */
    String text(Row row, ColumnRole role) {
        var columns = layout.of(role);
        return columns.isEmpty() ? "" : row.cell(columns.getFirst());
    }

    /** The number in a cell; empty if it holds none. */
    Optional<BigDecimal> number(String cell) {
        return cell.isEmpty() || cell.length() > LONGEST_NUMBER
                ? Optional.empty()
                : layout.decimalStyle().parse(cell);
    }

    /** One line without what text may not have, and not too long. */
    static String clean(String cell) {
        String clean = UNSEEN.matcher(SPACE.matcher(cell).replaceAll(" "))
                .replaceAll("")
                .strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST_TEXT
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_TEXT));
    }

    /** A whole row, for people to find it. */
    static String excerpt(Row row) {
        return shortened(String.join(
                " | ", row.cells().stream().filter(cell -> !cell.isEmpty()).toList()));
    }

    /** As {@link #clean}, for a message. */
    static String shortened(String text) {
        String clean = clean(text);
        return clean.codePointCount(0, clean.length()) <= LONGEST_EXCERPT
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_EXCERPT - 1)) + "…";
    }
}
