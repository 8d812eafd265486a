package dev.mainstay.application.home;

import dev.mainstay.application.finance.budgets.Budgets;
import dev.mainstay.application.finance.budgets.SpendingReader;
import dev.mainstay.application.finance.budgets.Standings;
import dev.mainstay.application.home.BudgetsContent.AtRisk;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetStanding;
import dev.mainstay.domain.home.WidgetName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.function.Predicate;

/** Budgets at risk: of which the first threshold is reached in the present period. */
public final class BudgetsWidget implements Widget.Kept {

    private static final int AT_RISK = Budget.THRESHOLDS.getFirst();

    private final Budgets budgets;
    private final Standings standings;

    public BudgetsWidget(Budgets budgets, SpendingReader reader) {
        this.budgets = budgets;
        this.standings = new Standings(reader);
    }

    @Override
    public WidgetName name() {
        return WidgetName.BUDGETS;
    }

    @Override
    public Loaded load(HomeMoment moment) {
        var watched = budgets.of(moment.user()).stream()
                .filter(Predicate.not(Budget::archived))
                .toList();
        var today = standings.on(moment.user(), watched, LocalDate.ofInstant(moment.now(), moment.zone()));
        var atRisk = today.stream()
                .filter(standing -> standing.reaches(AT_RISK))
                .sorted(Comparator.comparing(
                                (BudgetStanding standing) -> standing.percent().orElse(Long.MAX_VALUE))
                        .reversed())
                .map(standing -> new AtRisk(
                        standing.budget().id(),
                        standing.budget().name().value(),
                        standing.available(),
                        standing.spent(),
                        standing.left()))
                .toList();
        int shown = Math.min(atRisk.size(), BudgetsContent.MOST);
        return new Loaded(
                new BudgetsContent(today.size(), atRisk.subList(0, shown), atRisk.size() - shown), Instant.MAX);
    }
}
