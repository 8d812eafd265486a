package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.planner.Recurrences;
import dev.mainstay.domain.finance.schedules.Due;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.Timing;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.TaskTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days on which schedules are due, by recurrence rules of whole days. */
public final class Calendar {

    /** More than fifty years of days; whoever asks for later ones has mistyped a date. */
    private static final int MOST_STEPS = 20_000;

    private final Recurrences recurrences;

    public Calendar(Recurrences recurrences) {
        this.recurrences = recurrences;
    }

    /**
     * When it is due, with its rule as it is stored.
     *
     * @throws dev.mainstay.domain.refusal.Invalid naming {@code recurrence.rule}, {@code start} or {@code until}
     */
    Timing timing(String rule, LocalDate start, @Nullable LocalDate until) {
        var timing = new Timing(rule, start, until);
        return new Timing(recurrences.canonical(rule, new TaskTime.AllDay(start)), start, timing.until());
    }

    /** The first occurrence on a day or after it; null if there is none. */
    @Nullable
    Due firstFrom(Timing timing, LocalDate day) {
        return from(timing, new Due(timing.start(), 1))
                .limit(MOST_STEPS)
                .filter(due -> !due.day().isBefore(day))
                .findFirst()
                .orElse(null);
    }

    /** The occurrence after another; null if there is none. */
    @Nullable
    Due after(Timing timing, Due due) {
        return recurrences
                .next(
                        new Recurrence(timing.rule(), RepeatMode.FIXED, List.of()),
                        new TaskTime.AllDay(due.day()),
                        due.number())
                .map(next -> new Due(next.local().toLocalDate(), next.number()))
                .filter(next -> timing.reaches(next.day()))
                .orElse(null);
    }

    /** The occurrences that are to come, the overdue ones first. */
    List<Due> upcoming(Schedule schedule, int most) {
        var next = schedule.next();
        return next == null
                ? List.of()
                : from(schedule.timing(), next).limit(most).toList();
    }

    private Stream<Due> from(Timing timing, Due first) {
        return Stream.<@Nullable Due>iterate(first, Objects::nonNull, due -> after(timing, Objects.requireNonNull(due)))
                .map(Objects::requireNonNull);
    }
}
