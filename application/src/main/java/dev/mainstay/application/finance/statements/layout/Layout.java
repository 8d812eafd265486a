package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.domain.refusal.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file means.
 *
 * @param headerLine the number of the line on which the header begins, from 1; 0 if there is none
 * @param header its headings; empty without a header
 * @param columns which columns, counted from 0, have which role
 * @param inverted whether what went out is written without a minus, and what came in with one, as on some credit cards
 * @param feeApart whether the fee was taken beside the amount, so that both together moved the balance
 */
public record Layout(
        FileEncoding encoding,
        char delimiter,
        int headerLine,
        List<String> header,
        Map<ColumnRole, List<Integer>> columns,
        DateStyle dateStyle,
        DecimalStyle decimalStyle,
        boolean inverted,
        boolean feeApart) {

    public static final int MOST_COLUMNS = 200;

    public Layout {
        header = List.copyOf(header);
        columns = Map.copyOf(columns);
    }

    /** What the header says, however it is spaced and accented, as a hash: files with the same one are of the same kind. */
    public String headerKey() {
        return keyOf(header);
    }

    static String keyOf(List<String> headings) {
        return Fingerprints.sha256(
                String.join("|", headings.stream().map(Words::plain).toList()));
    }

    /** The columns of a role, in their order; empty if there is none. */
    public List<Integer> of(ColumnRole role) {
        return columns.getOrDefault(role, List.of());
    }

    boolean has(ColumnRole role) {
        return !of(role).isEmpty();
    }

    /** What is said to be otherwise than it was found out to be; null and empty for what is not said. */
    public record Told(
            @Nullable FileEncoding encoding,
            @Nullable Character delimiter,
            @Nullable Integer headerLine,
            Map<ColumnRole, List<Integer>> columns,
            @Nullable DateStyle dateStyle,
            @Nullable DecimalStyle decimalStyle,
            @Nullable Boolean inverted,
            @Nullable Boolean feeApart) {

        public static final Told NOTHING = new Told(null, null, null, Map.of(), null, null, null, null);

        /**
         * Checks it.
         *
         * @throws Invalid if a column cannot be, has two roles, or there is neither a day nor an amount among the columns
         */
        public Told {
            columns = Map.copyOf(columns);
            if (headerLine != null && headerLine < 0) {
                throw new Invalid("headerLine", "out_of_range", "must be the number of a line, or 0 for no header");
            }
            if (delimiter != null && (delimiter == '"' || delimiter == '\n' || delimiter == '\r')) {
                throw new Invalid("delimiter", "not_a_delimiter", "must be a character that stands between cells");
            }
            requireColumns(columns);
        }

        private static void requireColumns(Map<ColumnRole, List<Integer>> columns) {
            var seen = new HashSet<Integer>();
            columns.forEach((role, places) -> {
                if (places.stream().anyMatch(each -> each < 0 || each >= MOST_COLUMNS)) {
                    throw new Invalid("columns." + role, "out_of_range", "must be columns from 0 on");
                }
                if (role != ColumnRole.TEXT && places.size() > 1) {
                    throw new Invalid("columns." + role, "too_many", "must be one column; only TEXT may be several");
                }
                if (!seen.addAll(places)) {
                    throw new Invalid("columns." + role, "column_twice", "must be columns that have no other role");
                }
            });
            if (!columns.isEmpty() && !(hasDay(columns) && hasAmount(columns))) {
                throw new Invalid(
                        "columns",
                        "incomplete",
                        "must name the column of the DATE and those of the AMOUNT, or DEBIT and CREDIT");
            }
        }

        /** This, and where it says nothing, that. */
        public Told or(Told other) {
            return new Told(
                    encoding == null ? other.encoding : encoding,
                    delimiter == null ? other.delimiter : delimiter,
                    headerLine == null ? other.headerLine : headerLine,
                    columns.isEmpty() ? other.columns : columns,
                    dateStyle == null ? other.dateStyle : dateStyle,
                    decimalStyle == null ? other.decimalStyle : decimalStyle,
                    inverted == null ? other.inverted : inverted,
                    feeApart == null ? other.feeApart : feeApart);
        }
    }

    static boolean hasDay(Map<ColumnRole, ?> columns) {
        return columns.containsKey(ColumnRole.DATE) || columns.containsKey(ColumnRole.VALUE_DATE);
    }

    static boolean hasAmount(Map<ColumnRole, ?> columns) {
        return columns.containsKey(ColumnRole.AMOUNT)
                || columns.containsKey(ColumnRole.NET)
                || columns.containsKey(ColumnRole.DEBIT)
                || columns.containsKey(ColumnRole.CREDIT);
    }
}
