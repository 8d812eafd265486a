package dev.mainstay.application.finance.budgets;

import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The budgets of each owner, and which thresholds they have crossed. */
public interface Budgets {

    /**
     * One of the owner's budgets.
     *
     * @throws dev.mainstay.domain.refusal.NotFound {@code budget_not_found}, also if it is another's
     */
    Budget get(BudgetId id, UserId owner);

    /** As {@link #get}; until this transaction ends, others that lock it wait. */
    Budget lock(BudgetId id, UserId owner);

    /** All of the owner's budgets, by name, archived ones too. */
    List<Budget> of(UserId owner);

    void add(Budget created);

    /**
     * Stores a changed budget.
     *
     * @throws dev.mainstay.domain.refusal.Stale unless the one before it is stored
     */
    void replace(Budget changed);

    /** Forgets the budget and what it has crossed. */
    void remove(BudgetId id);

    /**
     * Locks, in the order of their ids, the budgets that are watched and count one of the categories: by itself or by the one above
     * it. Whoever has spent on them takes turns here, and so sees what those before have spent.
     */
    List<Watching> lockWatching(UserId owner, Collection<CategoryId> categories);

    /**
     * A budget that counts something.
     *
     * @param counted which of the categories asked for; at least one
     */
    record Watching(Budget budget, Set<CategoryId> counted) {
        public Watching {
            counted = Set.copyOf(counted);
        }
    }

    /**
     * Remembers that a threshold was crossed.
     *
     * @param periodStart of the period, whether or not the budget began in its midst
     * @return whether that was not known yet: of many who say so, one is the first
     */
    boolean crossed(BudgetId id, LocalDate periodStart, int threshold, Instant at);

    /** What the budget has crossed, latest period first. */
    List<Crossing> crossings(BudgetId id);

    /**
     * A threshold that was crossed.
     *
     * @param threshold in percent
     */
    record Crossing(LocalDate periodStart, int threshold, Instant at) {}
}
