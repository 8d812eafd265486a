package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Mends a row that has a cell or two less than the header, or more because a text has the delimiter in it: if there is a way to
 * make its day, amount and currency stand where they belong, that is how it was meant.
 */
final class Repair {

    private static final int MOST_CELLS = 3;

    private final Layout layout;
    private final Predicate<Row> fits;

    /**
     * Mends rows of a layout.
     *
     * @param fits whether what must be a day, an amount or a currency is one
     */
    Repair(Layout layout, Predicate<Row> fits) {
        this.layout = layout;
        this.fits = fits;
    }

    /** The row as it was meant; empty if it is as it should be, or nobody can tell. */
    Optional<Row> mended(Row row) {
        int off = row.cells().size() - layout.header().size();
        if (layout.header().isEmpty() || off == 0 || Math.abs(off) > MOST_CELLS || fits.test(row)) {
            return Optional.empty();
        }
        return places(off < 0).stream()
                .filter(place ->
                        place < Math.min(row.cells().size(), layout.header().size()))
                .map(place -> off < 0 ? filled(row, place, -off) : joined(row, place, off))
                .filter(fits)
                .findFirst();
    }

    /** A kind is left out most easily, and a text has anything in it. */
    private List<Integer> places(boolean missing) {
        var places = new LinkedHashSet<Integer>();
        for (ColumnRole role : missing
                ? List.of(ColumnRole.KIND, ColumnRole.TEXT, ColumnRole.PAYEE)
                : List.of(ColumnRole.TEXT, ColumnRole.PAYEE, ColumnRole.KIND)) {
            places.addAll(layout.of(role));
        }
        for (int i = 0; i < layout.header().size(); i++) {
            places.add(i);
        }
        return new ArrayList<>(places);
    }

    private static Row filled(Row row, int place, int missing) {
        var cells = new ArrayList<>(row.cells());
        cells.addAll(place, Collections.nCopies(missing, ""));
        return new Row(row.line(), cells);
    }

    private Row joined(Row row, int place, int extra) {
        var cells = new ArrayList<>(row.cells());
        if (place + extra >= cells.size()) {
            return row;
        }
        var pieces = cells.subList(place, place + extra + 1);
        String whole = String.join(String.valueOf(layout.delimiter()), pieces);
        pieces.clear();
        cells.add(place, whole);
        return new Row(row.line(), cells);
    }
}
