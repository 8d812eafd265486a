package dev.mainstay.http.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands in a cell. Spreadsheets run a cell that begins with {@code = + - @}, tab or CR as a formula, so such a cell gets an
 * apostrophe in front; a cell that could be mistaken for one so protected gets one, too, and reading takes exactly one away.
 */
public final class Cells {

    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Cells() {}

    public static String protect(String value) {
        return FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    public static String unprotect(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** Values separated by {@code ;}, with a backslash before a {@code ;} or backslash that is part of one. */
    public static String join(List<String> values) {
        return String.join(
                ";",
                values.stream()
                        .map(each -> each.replace("\\", "\\\\").replace(";", "\\;"))
                        .toList());
    }

    public static List<String> split(String cell) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char each = cell.charAt(i);
            if (each == '\\' && i + 1 < cell.length()) {
                value.append(cell.charAt(++i));
            } else if (each == ';') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(each);
            }
        }
        values.add(value.toString());
        return values.stream().filter(each -> !each.isBlank()).toList();
    }
}
