package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import dev.mainstay.domain.refusal.Invalid;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out how a text is a table: what parts its cells, and where its header is. */
final class TableDetection {

    /** How far down a header is looked for. */
    static final int PREAMBLE = 60;

    /** Rows that are looked at to tell what a text is. */
    static final int SAMPLE = 300;

    private static final char[] DELIMITERS = {';', ',', '\t', '|'};

    private TableDetection() {}

    /** What parts the cells. */
    static char delimiter(String text) {
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
        long data = rows.stream().filter(TableDetection::looksLikeData).count();
        long even = rows.stream().filter(row -> row.cells().size() > 1).count();
        return header * 1_000_000L + data * 1_000L + even;
    }

    /** Whether a row has a day and an amount. */
    static boolean looksLikeData(Row row) {
        return row.cells().size() > 2
                && row.cells().stream().anyMatch(Contents::isDay)
                && row.cells().stream().anyMatch(cell -> !Contents.isDay(cell) && Contents.isAmount(cell));
    }

    /**
     * The row that says what the others mean; null if there is none.
     *
     * @param line which one it is, 0 for none; null if that was not told
     * @throws Invalid if there is no such line
     */
    static @Nullable Row header(List<Row> rows, @Nullable Integer line) {
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
}
