package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.writing.Events;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetCrossed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;

/** Tells of each threshold that a budget reaches, once for each period. The budget is locked by whoever asks. */
public final class Crossings {

    private final Budgets budgets;
    private final Standings standings;
    private final InstantSource clock;

    public Crossings(Budgets budgets, SpendingReader reader, InstantSource clock) {
        this.budgets = budgets;
        this.standings = new Standings(reader);
        this.clock = clock;
    }

    /** Looks at the periods of the days, as far as the budget covers them. */
    void tell(Budget locked, Collection<LocalDate> days, Events events) {
        for (var standing : standings.of(locked, days)) {
            var start = locked.period().startOf(standing.range().from());
            for (int threshold : Budget.THRESHOLDS) {
                if (standing.reaches(threshold) && budgets.crossed(locked.id(), start, threshold, clock.instant())) {
                    events.raise(new BudgetCrossed(
                            locked.owner(), locked.id(), standing.range().from(), threshold));
                }
            }
        }
    }
}
