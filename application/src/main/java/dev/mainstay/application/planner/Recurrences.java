package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.TaskTime;
import java.time.LocalDateTime;
import java.util.Optional;

/** Recurrence rules (RFC 5545, section 3.3.10), applied to wall times: nine o'clock stays nine o'clock across clock changes. */
public interface Recurrences {

    int MOST_OCCURRENCES = 100_000;
    int LONGEST_INTERVAL = 10_000;

    /**
     * A rule as it is stored: parsed, checked and written again.
     *
     * @param from the time it will be applied to
     * @throws dev.mainstay.domain.refusal.Invalid naming {@code recurrence.rule} if it is no rule, repeats more often than
     *     hourly, or does so to a whole day, or if COUNT or INTERVAL is out of {@link #MOST_OCCURRENCES} or
     *     {@link #LONGEST_INTERVAL}
     */
    String canonical(String rule, TaskTime from);

    /**
     * The occurrence after another: the first wall time after {@code from} that the rule gives, that is a later instant and
     * that is not excepted.
     *
     * @param recurrence with a canonical rule
     * @param from an occurrence, which the rule is counted from
     * @param number the number of that occurrence in its series
     * @return empty if the series has ended by COUNT or UNTIL, or the rule gives no more
     */
    Optional<Next> next(Recurrence recurrence, TaskTime from, int number);

    /**
     * A next occurrence.
     *
     * @param number greater by one than that of the occurrence before, and by one more for each excepted one between
     */
    record Next(LocalDateTime local, int number) {}
}
