package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.Records.Row;
import dev.mainstay.domain.refusal.Invalid;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds out what the columns are: by what the header calls them, and by what stands below. */
final class ColumnDetection {

    private ColumnDetection() {}

    /**
     * The columns of each role.
     *
     * @throws Invalid if there is none for a day or an amount
     */
    static Map<ColumnRole, List<Integer>> columns(@Nullable Row header, List<Row> data) {
        var sample = data.stream()
                .filter(TableDetection::looksLikeData)
                .limit(TableDetection.SAMPLE)
                .toList();
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
}
