package dev.mainstay.http.finance.budgets;

import dev.mainstay.application.finance.budgets.ReviseBudget;
import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change of a budget; what is absent stays. Category, period, currency and first day stay for ever. */
@Serdeable
@Schema(name = "BudgetChanges", example = """
    {"limit":{"amount":"350.00","currency":"EUR"}}\
    """)
record BudgetChangesJson(
        @Nullable String name,
        @Nullable MoneyJson limit,
        @Nullable Boolean rollOver) {

    ReviseBudget.Command to(UserId owner, BudgetId budget, Version expected) {
        return new ReviseBudget.Command(
                owner,
                budget,
                expected,
                name == null ? null : new BudgetName(Typed.line(name)),
                limit == null ? null : limit.toMoney("limit"),
                rollOver);
    }
}
