package dev.mainstay.http.finance.budgets;

import dev.mainstay.application.finance.budgets.CreateBudget;
import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A budget to begin.
 *
 * @param name one line, at most 80 characters
 * @param category of expenses; those below it count too
 * @param period weeks begin on Monday
 * @param limit of each period; only amounts of its currency count
 * @param from the first day that counts; the beginning of the present period if absent
 * @param rollOver false if absent
 */
@Serdeable
@Schema(
        name = "NewBudget",
        requiredProperties = {"name", "category", "period", "limit"},
        example = """
            {"name":"Groceries","category":"0197a1de-0000-7000-8000-000000000002","period":"MONTH",\
            "limit":{"amount":"300.00","currency":"EUR"},"rollOver":true}\
            """)
record NewBudgetJson(
        @Nullable String name,
        @Nullable UUID category,
        @Nullable BudgetPeriod period,
        @Nullable MoneyJson limit,
        @Nullable LocalDate from,
        @Nullable Boolean rollOver) {

    CreateBudget.Command to(UserId owner) {
        if (name == null) {
            throw missing("name");
        }
        if (category == null) {
            throw missing("category");
        }
        if (period == null) {
            throw missing("period");
        }
        return new CreateBudget.Command(
                owner,
                new BudgetName(Typed.line(name)),
                new CategoryId(category),
                period,
                MoneyJson.required("limit", limit),
                from,
                Boolean.TRUE.equals(rollOver));
    }

    private static Invalid missing(String field) {
        return new Invalid(field, "missing", "is required");
    }
}
