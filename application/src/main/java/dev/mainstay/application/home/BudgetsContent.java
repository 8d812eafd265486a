package dev.mainstay.application.home;

import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.money.Money;
import java.util.List;

/**
 * Budgets that are nearly or wholly spent.
 *
 * @param watched how many budgets count today
 * @param atRisk those of which 80 % are spent, the most exceeded first; at most {@value #MOST}
 * @param more how many others there are of these
 */
public record BudgetsContent(int watched, List<AtRisk> atRisk, int more) implements KeptContent {

    public static final int MOST = 5;

    public BudgetsContent {
        atRisk = List.copyOf(atRisk);
    }

    @Override
    public boolean mayBeStale() {
        return false;
    }

    /**
     * A budget at risk.
     *
     * @param left negative if more was spent than is available
     */
    public record AtRisk(BudgetId budget, String name, Money available, Money spent, Money left) {}
}
