package dev.mainstay.bootstrap.demo;

import dev.mainstay.application.finance.budgets.CreateBudget;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.ledger.OpenAccount;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.identity.Accounts;
import dev.mainstay.application.identity.AppointFirstAdmin;
import dev.mainstay.application.identity.Passwords;
import dev.mainstay.application.identity.Profiles;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.FocusSessions;
import dev.mainstay.application.planner.OwnTasks;
import dev.mainstay.application.planner.Recurrences;
import dev.mainstay.application.planner.Tasks;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Demo data, where {@code DEMO_DATA} asks for it. */
@Factory
@Requires(property = "demo.data", value = "true")
final class DemoFactory {

    @Singleton
    DemoPeople people(
            Writes writes,
            Accounts accounts,
            Profiles profiles,
            Passwords passwords,
            AppointFirstAdmin appoint,
            Ids ids,
            InstantSource clock) {
        return new DemoPeople(writes, accounts, profiles, passwords, appoint, ids, clock);
    }

    @Singleton
    @Requires(beans = {Tasks.class, FocusSessions.class})
    DemoPlanner planner(
            Writes writes,
            Tasks tasks,
            OwnTasks own,
            FocusSessions sessions,
            Recurrences recurrences,
            UserZones zones,
            Ids ids) {
        return new DemoPlanner(writes, tasks, own, sessions, recurrences, zones, ids);
    }

    @Singleton
    @Requires(beans = {RecordTransactions.class, CreateBudget.class})
    DemoBooks books(OpenAccount open, KeepCategories categories, RecordTransactions record, CreateBudget budget) {
        return new DemoBooks(open, categories, record, budget);
    }

    @Singleton
    Demo demo(
            Database database,
            Writes writes,
            DemoPeople people,
            @Nullable DemoPlanner planner,
            @Nullable DemoBooks books,
            InstantSource clock) {
        return new Demo(database, writes, people, Optional.ofNullable(planner), Optional.ofNullable(books), clock);
    }
}
