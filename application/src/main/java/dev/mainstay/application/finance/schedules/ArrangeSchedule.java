package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.schedules.Due;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.finance.schedules.ScheduleName;
import dev.mainstay.domain.finance.schedules.Template;
import dev.mainstay.domain.finance.schedules.Timing;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a schedule, or gives one another form. Its transaction must be one that could be recorded now. */
public final class ArrangeSchedule {

    /** Of one owner: so many stand on one page. */
    public static final int MOST = 200;

    /** How far back a new schedule may begin; these days are made up for. */
    private static final int MOST_DAYS_BACK = 366;

    private final Writes writes;
    private final Schedules schedules;
    private final RecordTransactions record;
    private final Calendar calendar;
    private final Entitlements entitlements;
    private final UserZones zones;
    private final Ids ids;
    private final InstantSource clock;

    public ArrangeSchedule(
            Writes writes,
            Schedules schedules,
            RecordTransactions record,
            Calendar calendar,
            Entitlements entitlements,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.schedules = schedules;
        this.record = record;
        this.calendar = calendar;
        this.entitlements = entitlements;
        this.zones = zones;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param rule an RRULE of whole days
     * @param until null for no end but the rule's
     */
    public record Wanted(
            ScheduleName name,
            Template template,
            String rule,
            LocalDate start,
            @Nullable LocalDate until) {}

    /** Makes a schedule; days since its start are made up for. */
    public Schedule create(UserId owner, Wanted wanted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var timing = calendar.timing(wanted.rule(), wanted.start(), wanted.until());
        if (timing.start().isBefore(today(owner).minusDays(MOST_DAYS_BACK))) {
            throw new Invalid("start", "out_of_range", "must be at most " + MOST_DAYS_BACK + " days ago");
        }
        return writes.run(events -> {
            entitlements.require(owner, Entitlement.RECURRING_TRANSACTIONS);
            if (schedules.of(owner).size() >= MOST) {
                throw new Conflict(
                        "too_many_schedules", "There are " + MOST + " schedules, which is the most; delete some.");
            }
            var schedule = new Schedule(
                    new ScheduleId(ids.next()),
                    owner,
                    Version.FIRST,
                    wanted.name(),
                    wanted.template(),
                    timing,
                    new Due(timing.start(), 1),
                    false,
                    null,
                    now);
            requireRecordable(schedule);
            schedules.add(schedule);
            return schedule;
        });
    }

    /**
     * Gives a schedule another form. If only its transaction changes, it goes on where it was, overdue days included; with another rule,
     * start or end it goes on with the first day from today on.
     */
    public Schedule replace(UserId owner, ScheduleId id, Version expected, Wanted wanted) {
        return writes.run(events -> {
            var schedule = schedules.lock(id, owner).expect(expected);
            var timing = calendar.timing(wanted.rule(), wanted.start(), wanted.until());
            var revised = schedule.revise(wanted.name(), wanted.template(), timing, next(schedule, timing));
            requireRecordable(revised);
            schedules.replace(revised);
            return revised;
        });
    }

    private @Nullable Due next(Schedule schedule, Timing timing) {
        return timing.equals(schedule.timing()) ? schedule.next() : calendar.firstFrom(timing, today(schedule.owner()));
    }

    private void requireRecordable(Schedule schedule) {
        try {
            record.requirePostable(
                    schedule.owner(),
                    List.of(Drafts.of(schedule.template(), schedule.timing().start())));
        } catch (Invalid invalid) {
            throw new Invalid(invalid.errors().stream()
                    .map(error -> new Invalid.FieldError("transaction." + error.field(), error.code(), error.message()))
                    .toList());
        }
    }

    private LocalDate today(UserId owner) {
        return LocalDate.ofInstant(clock.instant(), zones.of(owner));
    }
}
