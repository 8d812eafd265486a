package dev.mainstay.application.finance.statements.layout;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether days are written day first or month first. Years in front, and months by name, speak for themselves and are read in either
 * style; a time after the day is left out.
 */
public enum DateStyle {
    DAY_FIRST,
    MONTH_FIRST;

    private static final String AFTER = "(?:[T ,].*)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("([12]\\d{3})[-./](\\d{1,2})[-./](\\d{1,2})" + AFTER);
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:\\d{6})?" + AFTER);
    static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-./ ])(\\d{1,2})\\2(\\d{4}|\\d{2})\\.?" + AFTER);
    private static final Pattern DAY_NAMED =
            Pattern.compile("(\\d{1,2})\\.?[-. /]+(\\p{L}{3,10})\\.?,?[-. /]+(\\d{4}|\\d{2})" + AFTER);
    private static final Pattern NAMED_DAY = Pattern.compile("(\\p{L}{3,10})\\.? (\\d{1,2}),? (\\d{4})" + AFTER);

    /** The first letters of months in English, German, French, Dutch, Spanish and Italian, without accents. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("ene", 1),
            Map.entry("gen", 1),
            Map.entry("feb", 2),
            Map.entry("fev", 2),
            Map.entry("mar", 3),
            Map.entry("mrz", 3),
            Map.entry("maa", 3),
            Map.entry("mae", 3),
            Map.entry("mrt", 3),
            Map.entry("apr", 4),
            Map.entry("avr", 4),
            Map.entry("abr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("mei", 5),
            Map.entry("mag", 5),
            Map.entry("jun", 6),
            Map.entry("giu", 6),
            Map.entry("jul", 7),
            Map.entry("lug", 7),
            Map.entry("aug", 8),
            Map.entry("aou", 8),
            Map.entry("ago", 8),
            Map.entry("sep", 9),
            Map.entry("set", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("ott", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12),
            Map.entry("dic", 12));

    /** The day that a cell says; empty if it says none. */
    public Optional<LocalDate> parse(String cell) {
        Matcher year = YEAR_FIRST.matcher(cell);
        if (year.matches()) {
            return day(year.group(1), Integer.parseInt(year.group(2)), year.group(3));
        }
        Matcher compact = COMPACT.matcher(cell);
        if (compact.matches()) {
            return day(compact.group(1), Integer.parseInt(compact.group(2)), compact.group(3));
        }
        Matcher numbers = NUMBERS.matcher(cell);
        if (numbers.matches()) {
            return switch (this) {
                case DAY_FIRST -> day(numbers.group(4), Integer.parseInt(numbers.group(3)), numbers.group(1));
                case MONTH_FIRST -> day(numbers.group(4), Integer.parseInt(numbers.group(1)), numbers.group(3));
            };
        }
        return named(cell);
    }

    private static Optional<LocalDate> named(String cell) {
        Matcher first = DAY_NAMED.matcher(cell);
        if (first.matches()) {
            return day(first.group(3), month(first.group(2)), first.group(1));
        }
        Matcher second = NAMED_DAY.matcher(cell);
        return second.matches() ? day(second.group(3), month(second.group(1)), second.group(2)) : Optional.empty();
    }

    private static int month(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        if (plain.startsWith("juin")) {
            return 6;
        }
        return plain.startsWith("juil") ? 7 : MONTHS.getOrDefault(plain.substring(0, Math.min(3, plain.length())), 0);
    }

    /** Two digits of a year are of this century up to 79. */
    private static Optional<LocalDate> day(String year, int month, String day) {
        int number = Integer.parseInt(year);
        int full = year.length() == 4 ? number : number < 80 ? 2000 + number : 1900 + number;
        try {
            return full < 1900 || full > 2200
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(full, month, Integer.parseInt(day)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
