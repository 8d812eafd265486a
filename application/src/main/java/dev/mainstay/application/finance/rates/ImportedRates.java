package dev.mainstay.application.finance.rates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a file of rates, row by row.
 *
 * @param id under which the audit log knows the import, if anything changed
 */
public record ImportedRates(UUID id, List<Row> rows) {

    public ImportedRates {
        rows = List.copyOf(rows);
    }

    /**
     * What became of a row; its cells are counted, and those worth a remark have one.
     *
     * @param line the number of the row in the file, its header being 1
     * @param day empty if it could not be read
     */
    public record Row(
            int line,
            Optional<LocalDate> day,
            int inserted,
            int corrected,
            int unchanged,
            int notQuoted,
            int skipped,
            List<Remark> remarks) {

        public Row {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Something to say about a cell.
     *
     * @param column the heading of its column
     * @param code {@code corrected}, or why it was skipped, for programs
     * @param detail the same for people
     */
    public record Remark(String column, String code, String detail) {}

    public int inserted() {
        return rows.stream().mapToInt(Row::inserted).sum();
    }

    public int corrected() {
        return rows.stream().mapToInt(Row::corrected).sum();
    }

    public int unchanged() {
        return rows.stream().mapToInt(Row::unchanged).sum();
    }

    public int notQuoted() {
        return rows.stream().mapToInt(Row::notQuoted).sum();
    }

    public int skipped() {
        return rows.stream().mapToInt(Row::skipped).sum();
    }
}
