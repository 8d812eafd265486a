package dev.mainstay.bootstrap.finance;

import dev.mainstay.application.finance.budgets.Budgets;
import dev.mainstay.application.finance.budgets.BudgetsOwnedData;
import dev.mainstay.application.finance.budgets.BudgetsUsed;
import dev.mainstay.application.finance.budgets.CreateBudget;
import dev.mainstay.application.finance.budgets.Crossings;
import dev.mainstay.application.finance.budgets.ReviseBudget;
import dev.mainstay.application.finance.budgets.ShowBudgets;
import dev.mainstay.application.finance.budgets.SpendingReader;
import dev.mainstay.application.finance.budgets.WatchBudgets;
import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.postgres.finance.budgets.PostgresBudgets;
import dev.mainstay.postgres.finance.budgets.PostgresSpendingReader;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Budgets (F3). */
@Factory
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class BudgetsFactory {

    @Singleton
    Budgets budgets(Database database) {
        return new PostgresBudgets(database);
    }

    @Singleton
    SpendingReader spendingReader(Database database) {
        return new PostgresSpendingReader(database);
    }

    @Singleton
    Crossings crossings(Budgets budgets, SpendingReader reader, InstantSource clock) {
        return new Crossings(budgets, reader, clock);
    }

    @Singleton
    WatchBudgets watchBudgets(Budgets budgets, Crossings crossings, UserZones zones, InstantSource clock) {
        return new WatchBudgets(budgets, crossings, zones, clock);
    }

    @Singleton
    CreateBudget createBudget(
            Writes writes,
            Budgets budgets,
            Categories categories,
            Crossings crossings,
            Entitlements entitlements,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        return new CreateBudget(writes, budgets, categories, crossings, entitlements, zones, ids, clock);
    }

    @Singleton
    ReviseBudget reviseBudget(
            Writes writes, Budgets budgets, Crossings crossings, UserZones zones, InstantSource clock) {
        return new ReviseBudget(writes, budgets, crossings, zones, clock);
    }

    @Singleton
    ShowBudgets showBudgets(Budgets budgets, SpendingReader reader, UserZones zones, InstantSource clock) {
        return new ShowBudgets(budgets, reader, zones, clock);
    }

    @Singleton
    BudgetsUsed budgetsUsed(Budgets budgets) {
        return new BudgetsUsed(budgets);
    }

    @Singleton
    BudgetsOwnedData budgetsOwnedData(Budgets budgets) {
        return new BudgetsOwnedData(budgets);
    }
}
