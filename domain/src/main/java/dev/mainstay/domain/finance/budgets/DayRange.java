package dev.mainstay.domain.finance.budgets;

import java.time.LocalDate;

/**
 * Accounting days.
 *
 * @param until the first day that is not in it any more; equal to {@code from} if none is
 */
public record DayRange(LocalDate from, LocalDate until) {

    public DayRange {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(until + " is before " + from);
        }
    }

    public LocalDate lastDay() {
        return until.minusDays(1);
    }
}
