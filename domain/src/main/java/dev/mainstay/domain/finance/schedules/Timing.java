package dev.mainstay.domain.finance.schedules;

import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule is due: on its first day (which counts as the first occurrence whatever the rule says, RFC 5545, 3.8.5.3), and on the
 * days that the rule gives from there. Days are accounting days, and begin in the owner's zone.
 *
 * @param rule an RRULE in its canonical form, of whole days
 * @param until the last day on which it may be due; null for no end but the rule's
 */
public record Timing(String rule, LocalDate start, @Nullable LocalDate until) {

    public Timing {
        if (start.getYear() < 1900 || start.getYear() > 2199) {
            throw new Invalid("start", "out_of_range", "must be in the years 1900 to 2199");
        }
        if (until != null && until.isBefore(start)) {
            throw new Invalid("until", "out_of_range", "must not be before start");
        }
    }

    /** Whether an occurrence of the rule on that day is still one of the schedule. */
    public boolean reaches(LocalDate day) {
        return (until == null || !day.isAfter(until)) && day.getYear() <= 2199;
    }
}
