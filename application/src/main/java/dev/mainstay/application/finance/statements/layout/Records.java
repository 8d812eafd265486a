package dev.mainstay.application.finance.statements.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into records of cells (RFC 4180), as lenient as banks are careless: a quote in the middle of a cell is a character, one
 * that is never closed too, and a cell may hold line breaks if it is quoted. It takes time in proportion to the text, whatever it is.
 */
final class Records {

    private static final char QUOTE = '"';

    private final String text;
    private final char delimiter;
    private final int lastClosing;
    private int at;
    private int line = 1;

    private Records(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
        this.lastClosing = lastClosing();
    }

    /**
     * A record.
     *
     * @param line the number of the line on which it begins, from 1
     */
    record Row(int line, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** The cell of that column, without spaces around it; empty if the record is too short. */
        String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** The records, blank ones too, but no more than {@code most}. */
    static List<Row> split(String text, char delimiter, int most) {
        var records = new Records(text, delimiter);
        var rows = new ArrayList<Row>();
        while (records.at < text.length() && rows.size() < most) {
            rows.add(records.row());
        }
        return rows;
    }

    private Row row() {
        int begin = line;
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == delimiter) {
            at++;
            cells.add(cell());
        }
        endLine();
        return new Row(begin, cells);
    }

    private void endLine() {
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
            line++;
        }
    }

    private String cell() {
        int begin = at;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        if (begin < text.length() && text.charAt(begin) == QUOTE && begin < lastClosing) {
            return quoted(begin + 1);
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != delimiter && !isLineBreak(text.charAt(end))) {
            end++;
        }
        String cell = text.substring(at, end);
        at = end;
        return withoutStrayQuote(cell.strip());
    }

    /** Up to the quote that a delimiter or the end of the line follows; there is one, for {@link #lastClosing} lies behind. */
    private String quoted(int begin) {
        var cell = new StringBuilder();
        int i = begin;
        while (i < text.length()) {
            char each = text.charAt(i);
            if (each == QUOTE && i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
                cell.append(QUOTE);
                i += 2;
                continue;
            }
            if (each == QUOTE && closes(i)) {
                break;
            }
            if (each == '\n' || (each == '\r' && !text.startsWith("\r\n", i))) {
                line++;
            }
            cell.append(each);
            i++;
        }
        at = Math.min(text.length(), i + 1);
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return unformula(cell.toString().strip());
    }

    private boolean closes(int quote) {
        int next = quote + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next == text.length() || text.charAt(next) == delimiter || isLineBreak(text.charAt(next));
    }

    private int lastClosing() {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) == QUOTE && closes(i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLineBreak(char each) {
        return each == '\n' || each == '\r';
    }

    private static String withoutStrayQuote(String cell) {
        boolean stray = cell.endsWith("\"") && cell.indexOf(QUOTE) == cell.length() - 1;
        return unformula(stray ? cell.substring(0, cell.length() - 1).strip() : cell);
    }

    /** Some banks write {@code ="0123"} lest a spreadsheet drops the zero. */
    private static String unformula(String cell) {
        return cell.length() >= 3 && cell.startsWith("=\"") && cell.endsWith("\"")
                ? cell.substring(2, cell.length() - 1)
                : cell;
    }
}
