package dev.mainstay.application.finance.statements.layout;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before the cents: a comma as in 1.234,56 or a point as in 1,234.56 and 1'234.56. */
public enum DecimalStyle {
    COMMA(','),
    POINT('.');

    /** Spaces of all widths, apostrophes of both kinds. */
    private static final String GROUP_OF_ALL = " '\u2019";

    /** A sign before or after, brackets for a negative, letters for debit and credit, and a currency anywhere around. */
    private static final Pattern AROUND = Pattern.compile(
            "(?<open>\\()?\\s*(?<before>[-+])?\\s*(?<currency>[\\p{Sc}]|[A-Za-z]{1,3}\\.?|[A-Z]{1,3}\\p{Sc})?\\s*(?<inner>[-+])?\\s*"
                    + "(?<number>[\\d.,][\\d., '\u2019]*?)\\s*(?<after>[-+])?\\s*(?<letters>[\\p{Sc}A-Za-z]{1,4})?\\s*"
                    + "(?<last>[-+])?\\s*(?<close>\\))?");

    private static final Pattern SPACE = Pattern.compile("[\\u00A0\\u202F\\u2009\\u2007]");
    private static final Pattern MINUS = Pattern.compile("[\\u2212\\u2013\\u2012\\uFE63\\uFF0D]");

    private final char point;
    private final Pattern number;

    DecimalStyle(char point) {
        this.point = point;
        String groups = point == ',' ? "[." + GROUP_OF_ALL + "]" : "[," + GROUP_OF_ALL + "]";
        // One and the same group throughout: a reference back to the first.
        this.number = Pattern.compile("(?:(\\d{1,3}(?:(" + groups + ")\\d{3})(?:\\2\\d{3})*)|(\\d*))"
                + "(?:%s(\\d*))?".formatted(Pattern.quote(String.valueOf(point))));
    }

    /** The amount that a cell says, with its sign; empty if it says none. Whatever currency it names is left out. */
    public Optional<BigDecimal> parse(String cell) {
        Matcher around = AROUND.matcher(plain(cell));
        if (!around.matches()) {
            return Optional.empty();
        }
        Matcher digits = number.matcher(around.group("number").strip());
        if (!digits.matches()) {
            return Optional.empty();
        }
        String whole =
                digits.group(1) == null ? digits.group(3) : digits.group(1).replaceAll("\\D", "");
        String fraction = digits.group(4) == null ? "" : digits.group(4);
        if ((whole.isEmpty() && fraction.isEmpty()) || whole.length() > 15 || fraction.length() > 12) {
            return Optional.empty();
        }
        var amount = new BigDecimal((whole.isEmpty() ? "0" : whole) + (fraction.isEmpty() ? "" : "." + fraction));
        return Optional.of(negative(around) ? amount.negate() : amount);
    }

    private static boolean negative(Matcher around) {
        for (String sign : new String[] {"before", "inner", "after", "last"}) {
            if ("-".equals(around.group(sign))) {
                return true;
            }
        }
        String letters =
                around.group("letters") == null ? "" : around.group("letters").toUpperCase(Locale.ROOT);
        return (around.group("open") != null && around.group("close") != null)
                || letters.equals("S")
                || letters.equals("D")
                || letters.equals("DR");
    }

    /** How sure a cell is that amounts are of this style: negative if they are not, 0 if it could be either. */
    int evidence(String cell, int fractionDigits) {
        Matcher around = AROUND.matcher(plain(cell));
        if (!around.matches()) {
            return 0;
        }
        String digits = around.group("number").strip();
        int points = count(digits, point);
        char other = point == ',' ? '.' : ',';
        int others = count(digits, other);
        if (points > 0 && others > 0) {
            return digits.lastIndexOf(point) > digits.lastIndexOf(other) ? 4 : -4;
        }
        if (points > 1) {
            return -4;
        }
        if (points == 1) {
            int after = digits.length() - digits.indexOf(point) - 1;
            return after != 3 ? 4 : fractionDigits == 3 ? 1 : -1;
        }
        return 0;
    }

    private static int count(String text, char of) {
        return (int) text.chars().filter(each -> each == of).count();
    }

    /** With the spaces and minus signs that keyboards have. */
    private static String plain(String cell) {
        return MINUS.matcher(SPACE.matcher(cell).replaceAll(" "))
                .replaceAll("-")
                .replace("=", "")
                .strip();
    }
}
