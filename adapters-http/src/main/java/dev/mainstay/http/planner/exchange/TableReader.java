package dev.mainstay.http.planner.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.files.Cells;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads a table of tasks (RFC 4180) whose first row names the columns of {@link TableWriter#COLUMNS} that it has. */
public final class TableReader {

    private TableReader() {}

    /**
     * The rows of a file.
     *
     * @param most after so many rows the rest is not read
     * @throws Invalid if the first row does not name the columns; a row that makes no sense is an item that says why
     */
    public static List<ImportCandidate> read(Reader file, int most) {
        var found = new ArrayList<ImportCandidate>();
        var made = new HashMap<String, Integer>();
        try (var rows = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            List<String> header = List.of();
            for (CsvRecord row : rows) {
                if (header.isEmpty()) {
                    header = checked(row.getFields());
                } else {
                    found.add(item(found.size() + 1, header, row.getFields(), made));
                }
                if (found.size() > most) {
                    break;
                }
            }
            if (header.isEmpty()) {
                throw unknownColumns(header);
            }
            return found;
        } catch (CsvParseException broken) {
            throw malformed(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The library's message says where it was, and its cause what is wrong there. */
    private static Invalid malformed(CsvParseException broken) {
        String where = String.valueOf(broken.getMessage()).replace("Exception when reading ", "");
        String what = broken.getCause() == null
                ? "malformed"
                : String.valueOf(broken.getCause().getMessage());
        return new Invalid("body", "malformed_table", "cannot be read as CSV: " + where + ": " + what);
    }

    private static List<String> checked(List<String> header) {
        var names = new HashSet<>(header);
        if (!names.contains("title") || !TableWriter.COLUMNS.containsAll(names) || names.size() < header.size()) {
            throw unknownColumns(header);
        }
        return header;
    }

    private static Invalid unknownColumns(List<String> header) {
        return new Invalid(
                "body",
                "unknown_columns",
                "must begin with a row that names columns of %s, each once, title among them; it begins with %s"
                        .formatted(String.join(",", TableWriter.COLUMNS), Excerpt.of(String.join(",", header))));
    }

    private static ImportCandidate item(int index, List<String> header, List<String> row, Map<String, Integer> made) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), i < row.size() ? Cells.unprotect(row.get(i)) : "");
        }
        String uid = cells.getOrDefault("uid", "").strip();
        try {
            if (row.size() != header.size()) {
                throw new Invalid(
                        "row " + (index + 1),
                        "cell_count",
                        row.size() < header.size()
                                ? "has %d of the %d columns of the header".formatted(row.size(), header.size())
                                : "has %d columns, the header has %d".formatted(row.size(), header.size()));
            }
            if (uid.isEmpty()) {
                String content = row.toString();
                uid = Uids.made("csv", content + made.merge(content, 1, Integer::sum));
            }
            return TableRow.candidate(index, Uids.check(uid), cells);
        } catch (Invalid invalid) {
            return new ImportCandidate.Unusable(
                    index,
                    "row",
                    uid.isEmpty() ? null : Excerpt.of(uid),
                    Excerpt.of(cells.getOrDefault("title", "")),
                    invalid.errors().getFirst().code(),
                    invalid.getMessage());
        }
    }
}
