package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.finance.schedules.Schedules.Settled;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/** Pauses, resumes and removes a schedule, and skips one of its days. */
public final class SteerSchedule {

    /** How many occurrences ahead one may be skipped. */
    private static final int FORESEEN = 100;

    private final Writes writes;
    private final Schedules schedules;
    private final Calendar calendar;
    private final UserZones zones;
    private final InstantSource clock;

    public SteerSchedule(Writes writes, Schedules schedules, Calendar calendar, UserZones zones, InstantSource clock) {
        this.writes = writes;
        this.schedules = schedules;
        this.calendar = calendar;
        this.zones = zones;
        this.clock = clock;
    }

    public Schedule pause(UserId owner, ScheduleId id, Version expected) {
        return change(owner, id, expected, Schedule::pause);
    }

    /** Goes on: after a pause with the first day from today on, after a failure with the day that failed. */
    public Schedule resume(UserId owner, ScheduleId id, Version expected) {
        return change(
                owner,
                id,
                expected,
                schedule -> schedule.resume(
                        calendar.firstFrom(schedule.timing(), LocalDate.ofInstant(clock.instant(), zones.of(owner)))));
    }

    /**
     * Leaves out one of the occurrences to come, or the one that failed. The others stay as they are.
     *
     * @throws Invalid naming {@code day} if the schedule is not due on that day, or not among its next hundred
     * @throws dev.mainstay.domain.refusal.Conflict if it is left out already
     */
    public Schedule skip(UserId owner, ScheduleId id, Version expected, LocalDate day) {
        return change(owner, id, expected, schedule -> {
            if (calendar.upcoming(schedule, FORESEEN).stream()
                    .noneMatch(due -> due.day().equals(day))) {
                throw new Invalid(
                        "day", "not_due", "must be one of the next " + FORESEEN + " days on which the schedule is due");
            }
            schedules.settle(new Settled(id, day, null, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            var next = schedule.next();
            return next != null && next.day().equals(day)
                    ? schedule.advance(calendar.after(schedule.timing(), next))
                    : schedule.skipLater();
        });
    }

    public void remove(UserId owner, ScheduleId id, Version expected) {
        writes.perform(events -> {
            schedules.lock(id, owner).expect(expected);
            schedules.remove(id);
        });
    }

    private Schedule change(UserId owner, ScheduleId id, Version expected, UnaryOperator<Schedule> change) {
        return writes.run(events -> {
            var changed = change.apply(schedules.lock(id, owner).expect(expected));
            schedules.replace(changed);
            return changed;
        });
    }
}
