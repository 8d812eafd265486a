package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import dev.mainstay.application.finance.statements.layout.Words.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the headings of a row say about its columns.
 *
 * @param known how many headings are known words
 */
record Header(Map<ColumnRole, List<Integer>> columns, int known) {

    private record Candidate(ColumnRole role, int rank, int column) {}

    static Header of(Row row) {
        var candidates = new ArrayList<Candidate>();
        int known = 0;
        for (int i = 0; i < Math.min(row.cells().size(), Layout.MOST_COLUMNS); i++) {
            var meanings = Words.meanings(row.cell(i));
            known += meanings.isEmpty() ? 0 : 1;
            for (Meaning meaning : meanings) {
                candidates.add(new Candidate(meaning.role(), meaning.rank(), i));
            }
        }
        // The most telling heading gets the role; what is left of a column's meanings is its next role.
        candidates.sort(Comparator.comparing(Candidate::role)
                .thenComparing(Candidate::rank)
                .thenComparing(Candidate::column));
        var columns = new EnumMap<ColumnRole, List<Integer>>(ColumnRole.class);
        for (Candidate each : candidates) {
            boolean taken = columns.values().stream().anyMatch(places -> places.contains(each.column()));
            if (!taken && (each.role() == ColumnRole.TEXT || !columns.containsKey(each.role()))) {
                columns.computeIfAbsent(each.role(), none -> new ArrayList<>()).add(each.column());
            }
        }
        settleText(row, columns);
        columns.replaceAll((role, places) -> places.stream().sorted().toList());
        return new Header(columns, known);
    }

    /** A "Buchungstext" beside a "Verwendungszweck" only says what kind of booking it is. */
    private static void settleText(Row row, Map<ColumnRole, List<Integer>> columns) {
        var texts = columns.getOrDefault(ColumnRole.TEXT, List.of());
        var kinds = texts.stream()
                .filter(each -> Words.plain(row.cell(each)).equals("buchungstext"))
                .toList();
        if (!kinds.isEmpty() && kinds.size() < texts.size()) {
            columns.put(
                    ColumnRole.TEXT,
                    texts.stream().filter(each -> !kinds.contains(each)).toList());
            columns.putIfAbsent(ColumnRole.KIND, kinds);
        }
    }

    /** Whether it can be the header of a statement: it names a day and an amount. */
    boolean complete() {
        return Layout.hasDay(columns) && Layout.hasAmount(columns);
    }

    /** How well it would do as a header; more is better. */
    int score() {
        return (complete() ? 100 : Layout.hasDay(columns) || Layout.hasAmount(columns) ? 10 : 0) * known;
    }

    /** Whether a row is the same header once more. */
    static boolean repeats(List<String> header, Row row) {
        return !header.isEmpty()
                && row.cells().size() == header.size()
                && IntStream.range(0, header.size()).allMatch(i -> header.get(i).equals(row.cell(i)));
    }
}
