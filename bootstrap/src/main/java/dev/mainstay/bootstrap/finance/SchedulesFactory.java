package dev.mainstay.bootstrap.finance;

import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.schedules.ArrangeSchedule;
import dev.mainstay.application.finance.schedules.Calendar;
import dev.mainstay.application.finance.schedules.RunSchedules;
import dev.mainstay.application.finance.schedules.Schedules;
import dev.mainstay.application.finance.schedules.SchedulesOwnedData;
import dev.mainstay.application.finance.schedules.ShowSchedules;
import dev.mainstay.application.finance.schedules.SteerSchedule;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.Recurrences;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import dev.mainstay.postgres.finance.schedules.PostgresSchedules;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Recurring transactions (F3). */
@Factory
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class SchedulesFactory {

    @Singleton
    Schedules schedules(Database database) {
        return new PostgresSchedules(database);
    }

    @Singleton
    Calendar calendar(Recurrences recurrences) {
        return new Calendar(recurrences);
    }

    @Singleton
    ShowSchedules showSchedules(Schedules schedules, Calendar calendar) {
        return new ShowSchedules(schedules, calendar);
    }

    @Singleton
    ArrangeSchedule arrangeSchedule(
            Writes writes,
            Schedules schedules,
            RecordTransactions record,
            Calendar calendar,
            Entitlements entitlements,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        return new ArrangeSchedule(writes, schedules, record, calendar, entitlements, zones, ids, clock);
    }

    @Singleton
    SteerSchedule steerSchedule(
            Writes writes, Schedules schedules, Calendar calendar, UserZones zones, InstantSource clock) {
        return new SteerSchedule(writes, schedules, calendar, zones, clock);
    }

    @Singleton
    RunSchedules runSchedules(
            Writes writes,
            Schedules schedules,
            RecordTransactions record,
            Calendar calendar,
            UserZones zones,
            InstantSource clock) {
        return new RunSchedules(writes, schedules, record, calendar, zones, clock);
    }

    @Singleton
    PeriodicJob runningSchedules(RunSchedules run) {
        return new PeriodicJob("run-schedules", Duration.ofMinutes(1), run::handle);
    }

    @Singleton
    SchedulesOwnedData schedulesOwnedData(Schedules schedules) {
        return new SchedulesOwnedData(schedules);
    }
}
