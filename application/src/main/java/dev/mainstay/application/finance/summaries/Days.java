package dev.mainstay.application.finance.summaries;

import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Ranges of days as clients ask for them. */
final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Days() {}

    /**
     * How many days the range has, first and last included.
     *
     * @throws Invalid naming the field at fault
     */
    static long between(LocalDate from, LocalDate to, int most) {
        requireYear("from", from);
        requireYear("to", to);
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1) {
            throw new Invalid("to", "out_of_range", "must not be before from");
        }
        if (days > most) {
            throw new Invalid("to", "out_of_range", "must be at most " + most + " days from from");
        }
        return days;
    }

    private static void requireYear(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new Invalid(field, "out_of_range", "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }
}
