package dev.mainstay.domain.finance.budgets;

import dev.mainstay.domain.identity.UserId;
import java.time.LocalDate;

/**
 * So much was spent that a threshold is reached. It is raised once for each budget, period and threshold, in the transaction that
 * reaches it, and never again for these, though a reversal brings the spending down and another purchase up again.
 *
 * @param periodStart the first day of the period that counts
 * @param threshold in percent of what is available: one of {@link Budget#THRESHOLDS}
 */
public record BudgetCrossed(UserId owner, BudgetId budget, LocalDate periodStart, int threshold)
        implements BudgetChanged {}
