package dev.mainstay.bootstrap.home;

import dev.mainstay.application.finance.budgets.Budgets;
import dev.mainstay.application.finance.budgets.SpendingReader;
import dev.mainstay.application.finance.summaries.NetWorthReader;
import dev.mainstay.application.finance.summaries.SummaryReader;
import dev.mainstay.application.home.AchievementsWidget;
import dev.mainstay.application.home.BalanceWidget;
import dev.mainstay.application.home.BudgetsWidget;
import dev.mainstay.application.home.FocusWidget;
import dev.mainstay.application.home.MonthWidget;
import dev.mainstay.application.home.TasksWidget;
import dev.mainstay.application.planner.Awards;
import dev.mainstay.application.planner.FocusReader;
import dev.mainstay.application.planner.TaskDigestReader;
import dev.mainstay.application.reading.Reads;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** The widgets, each as far as its feature is switched on. */
@Factory
@Requires(property = "mainstay.features.home", notEquals = "false")
final class WidgetsFactory {

    @Singleton
    @Requires(property = "mainstay.features.planner", notEquals = "false")
    TasksWidget tasksWidget(TaskDigestReader reader) {
        return new TasksWidget(reader);
    }

    @Singleton
    @Requires(property = "mainstay.features.planner", notEquals = "false")
    @Requires(property = "mainstay.features.focus", notEquals = "false")
    FocusWidget focusWidget(Reads reads, FocusReader reader) {
        return new FocusWidget(reads, reader);
    }

    @Singleton
    @Requires(property = "mainstay.features.planner", notEquals = "false")
    AchievementsWidget achievementsWidget(Awards awards) {
        return new AchievementsWidget(awards);
    }

    @Singleton
    @Requires(property = "mainstay.features.finance", notEquals = "false")
    BalanceWidget balanceWidget(NetWorthReader reader) {
        return new BalanceWidget(reader);
    }

    @Singleton
    @Requires(property = "mainstay.features.finance", notEquals = "false")
    MonthWidget monthWidget(SummaryReader reader) {
        return new MonthWidget(reader);
    }

    @Singleton
    @Requires(property = "mainstay.features.finance", notEquals = "false")
    BudgetsWidget budgetsWidget(Budgets budgets, SpendingReader reader) {
        return new BudgetsWidget(budgets, reader);
    }
}
