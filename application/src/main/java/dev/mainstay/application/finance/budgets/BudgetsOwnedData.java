package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.domain.finance.budgets.Budget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's budgets and what they have crossed (U13). */
public final class BudgetsOwnedData implements OwnedData {

    private final Budgets budgets;

    public BudgetsOwnedData(Budgets budgets) {
        this.budgets = budgets;
    }

    /** A budget. */
    public record ExportedBudget(
            String id,
            String name,
            String category,
            String period,
            String limit,
            String currency,
            LocalDate from,
            boolean rollsOver,
            @Nullable Instant archivedAt,
            Instant createdAt,
            List<Budgets.Crossing> crossings) {

        static ExportedBudget from(Budget budget, List<Budgets.Crossing> crossings) {
            return new ExportedBudget(
                    budget.id().value().toString(),
                    budget.name().value(),
                    budget.category().value().toString(),
                    budget.period().name(),
                    budget.limit().decimal().toPlainString(),
                    budget.limit().currency().getCurrencyCode(),
                    budget.from(),
                    budget.rollsOver(),
                    budget.archivedAt(),
                    budget.createdAt(),
                    crossings);
        }
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section(
                "finance.budgets",
                (owner, row) -> budgets.of(owner)
                        .forEach(budget -> row.accept(ExportedBudget.from(budget, budgets.crossings(budget.id()))))));
    }
}
