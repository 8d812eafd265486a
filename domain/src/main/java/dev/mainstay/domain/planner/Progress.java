package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Achievement.Measure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What counts towards a user's achievements so far (P4). Undoing a completion takes it back; a day on which something was done
 * stays such a day.
 *
 * @param streakDays how many days in a row, up to {@link #streakLast()}, something was done
 * @param streakLast the last such day, in the user's zone of that day; empty if there is none
 */
public record Progress(
        UserId owner,
        long tasksDone,
        long focusSessions,
        Duration focused,
        long streakDays,
        Optional<LocalDate> streakLast) {

    public static Progress none(UserId owner) {
        return new Progress(owner, 0, 0, Duration.ZERO, 0, Optional.empty());
    }

    public Progress taskDone(LocalDate day) {
        return new Progress(owner, tasksDone + 1, focusSessions, focused, streakDays, streakLast).activeOn(day);
    }

    public Progress taskReopened() {
        return new Progress(owner, Math.max(0, tasksDone - 1), focusSessions, focused, streakDays, streakLast);
    }

    public Progress focusFinished(Duration time, LocalDate day) {
        return new Progress(owner, tasksDone, focusSessions + 1, focused.plus(time), streakDays, streakLast)
                .activeOn(day);
    }

    /** Travelling west a day may come a second time, or an earlier one: it counts once. */
    private Progress activeOn(LocalDate day) {
        if (streakLast.filter(last -> !last.isBefore(day)).isPresent()) {
            return this;
        }
        boolean next = streakLast.filter(last -> last.plusDays(1).equals(day)).isPresent();
        return new Progress(owner, tasksDone, focusSessions, focused, next ? streakDays + 1 : 1, Optional.of(day));
    }

    /** How much of the measure there is, on a day in the user's zone: a streak is broken when a whole day passed without. */
    public long of(Measure measure, LocalDate today) {
        return switch (measure) {
            case TASKS_DONE -> tasksDone;
            case FOCUS_SESSIONS -> focusSessions;
            case FOCUS_MINUTES -> focused.toMinutes();
            case STREAK_DAYS ->
                streakLast.filter(last -> !last.isBefore(today.minusDays(1))).isPresent() ? streakDays : 0;
        };
    }
}
