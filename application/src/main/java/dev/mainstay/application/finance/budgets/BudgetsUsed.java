package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.plans.LimitUse;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Limit;

/** How many budgets a user has, archived ones included. */
public final class BudgetsUsed implements LimitUse {

    private final Budgets budgets;

    public BudgetsUsed(Budgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public Limit limit() {
        return Limit.FINANCE_BUDGETS;
    }

    @Override
    public long of(UserId user) {
        return budgets.of(user).size();
    }
}
