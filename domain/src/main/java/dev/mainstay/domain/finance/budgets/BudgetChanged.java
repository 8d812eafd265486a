package dev.mainstay.domain.finance.budgets;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;

/** A budget was made, revised, archived or restored, or so much was spent that a threshold was crossed. */
public sealed interface BudgetChanged extends DomainEvent permits BudgetChanged.BudgetArranged, BudgetCrossed {

    UserId owner();

    /** A budget was made, revised, archived or restored. */
    record BudgetArranged(UserId owner, BudgetId budget) implements BudgetChanged {}
}
