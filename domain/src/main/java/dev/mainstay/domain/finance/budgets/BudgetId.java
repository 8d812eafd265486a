package dev.mainstay.domain.finance.budgets;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** Names a budget. */
public record BudgetId(UUID value) implements EntityId {}
