package dev.mainstay.domain.finance.budgets;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How often a budget begins anew. Periods are of accounting days, which are dates, so no clock change shortens one. */
public enum BudgetPeriod {
    /** From Monday to Sunday. */
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    BudgetPeriod(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The first day of the period that the day is in. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the period that comes so many after the one that begins on the day. */
    public LocalDate later(LocalDate start, long periods) {
        return start.plus(periods, unit);
    }

    /** How many periods lie between the one that begins on a day and the one that begins on another. */
    public long between(LocalDate start, LocalDate laterStart) {
        return unit.between(start, laterStart);
    }
}
