package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.schedules.Schedules.Settled;
import dev.mainstay.application.finance.schedules.Schedules.Waiting;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.finance.schedules.Due;
import dev.mainstay.domain.finance.schedules.Failure;
import dev.mainstay.domain.finance.schedules.ScheduleFailed;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what is due, on the day it is due for its owner. Each occurrence is a transaction of its own: the locked schedule makes
 * instances take turns, and the occurrence's row, written with what was recorded, lets nobody record it again. A schedule whose
 * transaction is refused is marked and left; the others go on.
 */
public final class RunSchedules {

    /** How many missed occurrences of one schedule a run makes up for; the next run goes on. */
    public static final int MOST_OF_ONE = 31;

    private static final Logger log = LoggerFactory.getLogger(RunSchedules.class);

    private static final int MOST = 1_000;

    private final Writes writes;
    private final Schedules schedules;
    private final RecordTransactions record;
    private final Calendar calendar;
    private final UserZones zones;
    private final InstantSource clock;

    public RunSchedules(
            Writes writes,
            Schedules schedules,
            RecordTransactions record,
            Calendar calendar,
            UserZones zones,
            InstantSource clock) {
        this.writes = writes;
        this.schedules = schedules;
        this.record = record;
        this.calendar = calendar;
        this.zones = zones;
        this.clock = clock;
    }

    /** Returns how many transactions were recorded. */
    public int handle() {
        // Nowhere is it later than a day after UTC's; who lives where it is not that day yet comes last, and is passed
        // over.
        var latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        int recorded = 0;
        for (Waiting each : schedules.waiting(latest, MOST)) {
            recorded += catchUp(each);
        }
        return recorded;
    }

    private int catchUp(Waiting which) {
        int recorded = 0;
        for (int tried = 0; tried < MOST_OF_ONE; tried++) {
            try {
                var outcome = writes.run(events -> next(which));
                if (outcome == Outcome.NOTHING_DUE) {
                    break;
                }
                recorded += outcome == Outcome.RECORDED ? 1 : 0;
            } catch (Unavailable away) {
                throw away;
            } catch (Refusal refused) {
                mark(which, refused.code(), refused.getMessage());
                break;
            } catch (RuntimeException bug) {
                log.warn("schedule_failed schedule={}", which.id().value(), bug);
                mark(which, "unexpected_failure", "Something went wrong here; resume it to try again.");
                break;
            }
        }
        return recorded;
    }

    private enum Outcome {
        RECORDED,
        SKIPPED,
        NOTHING_DUE
    }

    private Outcome next(Waiting which) {
        var schedule = schedules.lock(which.id(), which.owner());
        var due = schedule.dueBy(today(which));
        if (due.isEmpty()) {
            return Outcome.NOTHING_DUE;
        }
        Due occurrence = due.get();
        boolean skipped = schedules.settled(which.id(), occurrence.day()).isPresent();
        if (!skipped) {
            var transaction = record.one(which.owner(), Drafts.of(schedule.template(), occurrence.day()));
            schedules.settle(new Settled(
                    which.id(),
                    occurrence.day(),
                    transaction.id(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        }
        schedules.replace(schedule.advance(calendar.after(schedule.timing(), occurrence)));
        return skipped ? Outcome.SKIPPED : Outcome.RECORDED;
    }

    /** In a transaction of its own, for that of the attempt is gone; by now its owner may have mended or removed it. */
    private void mark(Waiting which, String code, String reason) {
        writes.perform(events -> {
            var schedule = schedules.of(which.owner()).stream()
                    .filter(each -> each.id().equals(which.id()))
                    .findFirst();
            if (schedule.isEmpty()) {
                return;
            }
            var locked = schedules.lock(which.id(), which.owner());
            locked.dueBy(today(which)).ifPresent(due -> {
                var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                schedules.replace(locked.failed(new Failure(due.day(), code, reason, now)));
                events.raise(new ScheduleFailed(which.owner(), which.id(), due.day(), code));
            });
        });
    }

    private LocalDate today(Waiting which) {
        return LocalDate.ofInstant(clock.instant(), zones.of(which.owner()));
    }
}
