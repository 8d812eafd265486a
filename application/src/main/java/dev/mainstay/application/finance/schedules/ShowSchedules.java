package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.finance.schedules.Schedules.Settled;
import dev.mainstay.domain.finance.schedules.Due;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.identity.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Shows schedules, and the days on which they are due next. */
public final class ShowSchedules {

    private static final int SHOWN = 5;
    private static final int SETTLED_SHOWN = 100;

    private final Schedules schedules;
    private final Calendar calendar;

    public ShowSchedules(Schedules schedules, Calendar calendar) {
        this.schedules = schedules;
        this.calendar = calendar;
    }

    /**
     * A schedule and its next days.
     *
     * @param upcoming at most five that are not skipped, earliest first; what is overdue comes first
     */
    public record Shown(Schedule schedule, List<LocalDate> upcoming) {
        public Shown {
            upcoming = List.copyOf(upcoming);
        }
    }

    public List<Shown> all(UserId owner) {
        return schedules.of(owner).stream().map(this::shown).toList();
    }

    public Shown one(UserId owner, ScheduleId id) {
        return shown(schedules.get(id, owner));
    }

    /** The last hundred occurrences that were dealt with, latest first. */
    public List<Settled> settled(UserId owner, ScheduleId id) {
        return schedules.lastSettled(schedules.get(id, owner).id(), SETTLED_SHOWN);
    }

    /** A schedule as it was just stored, and its next days. */
    public Shown shown(Schedule schedule) {
        var next = schedule.next();
        if (next == null) {
            return new Shown(schedule, List.of());
        }
        var skipped = schedules.settledFrom(schedule.id(), next.day()).stream()
                .map(Settled::day)
                .collect(Collectors.toSet());
        return new Shown(
                schedule,
                calendar.upcoming(schedule, SHOWN + skipped.size()).stream()
                        .map(Due::day)
                        .filter(day -> !skipped.contains(day))
                        .limit(SHOWN)
                        .toList());
    }
}
