package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetStanding;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows budgets and how they stand, now or on another day. */
public final class ShowBudgets {

    public static final int MOST_PERIODS = 60;

    private final Budgets budgets;
    private final Standings standings;
    private final UserZones zones;
    private final InstantSource clock;

    public ShowBudgets(Budgets budgets, SpendingReader reader, UserZones zones, InstantSource clock) {
        this.budgets = budgets;
        this.standings = new Standings(reader);
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * The budgets that have begun by a day, by name, each in its period of that day.
     *
     * @param on null for today in the owner's zone
     * @param archived whether to show those that are archived, instead of those that are watched
     */
    public List<BudgetStanding> all(UserId owner, @Nullable LocalDate on, boolean archived) {
        return standings.on(
                owner,
                budgets.of(owner).stream()
                        .filter(budget -> budget.archived() == archived)
                        .toList(),
                day(owner, on));
    }

    /**
     * One budget in its period of a day; in its first if that is before its beginning and not asked for.
     *
     * @param on null for today
     */
    public BudgetStanding one(UserId owner, BudgetId id, @Nullable LocalDate on) {
        return periods(owner, id, on, 1).getFirst();
    }

    /**
     * Its periods up to that of a day, latest first; never none.
     *
     * @param on null for today, or for its first day if it has not begun
     * @param most 1 to {@value #MOST_PERIODS}
     */
    public List<BudgetStanding> periods(UserId owner, BudgetId id, @Nullable LocalDate on, int most) {
        if (most < 1 || most > MOST_PERIODS) {
            throw new Invalid("limit", "out_of_range", "must be 1 to " + MOST_PERIODS + ", was " + most);
        }
        Budget budget = budgets.get(id, owner);
        var day = day(owner, on);
        if (on == null && day.isBefore(budget.from())) {
            day = budget.from();
        }
        budget.rangeOn(day);
        return standings.periods(budget, day, most);
    }

    /** What the budget has crossed, latest period first. */
    public List<Budgets.Crossing> crossings(UserId owner, BudgetId id) {
        return budgets.crossings(budgets.get(id, owner).id());
    }

    private LocalDate day(UserId owner, @Nullable LocalDate on) {
        return on == null ? LocalDate.ofInstant(clock.instant(), zones.of(owner)) : on;
    }
}
