package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.finance.budgets.SpendingReader.Window;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetStanding;
import dev.mainstay.domain.finance.budgets.DayRange;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** Works out how budgets stand, from what was spent. */
public final class Standings {

    private final SpendingReader reader;

    public Standings(SpendingReader reader) {
        this.reader = reader;
    }

    /** How each budget stands in its period of the day; budgets that begin later are left out. One statement for all. */
    public List<BudgetStanding> on(UserId owner, List<Budget> budgets, LocalDate day) {
        var begun = budgets.stream().filter(budget -> budget.covers(day)).toList();
        return of(
                owner,
                begun.stream()
                        .map(budget -> new Asked(budget, budget.rangeOn(day)))
                        .toList());
    }

    /** How a budget stands in each of its periods that one of the days is in, earliest first; other days are left out. */
    public List<BudgetStanding> of(Budget budget, Collection<LocalDate> days) {
        return of(
                budget.owner(),
                days.stream()
                        .filter(budget::covers)
                        .sorted()
                        .map(budget::rangeOn)
                        .distinct()
                        .map(range -> new Asked(budget, range))
                        .toList());
    }

    /** How a budget stood in its periods up to that of the day, latest first. */
    public List<BudgetStanding> periods(Budget budget, LocalDate on, int most) {
        var asked = new ArrayList<Asked>();
        var day = on;
        while (asked.size() < most && !day.isBefore(budget.from())) {
            var range = budget.rangeOn(day);
            asked.add(new Asked(budget, range));
            day = range.from().minusDays(1);
        }
        return of(budget.owner(), asked);
    }

    private List<BudgetStanding> of(UserId owner, List<Asked> asked) {
        var windows = asked.stream().flatMap(each -> each.windows().stream()).toList();
        var spent = windows.isEmpty() ? List.<List<Money>>of() : reader.spent(owner, windows);
        var standings = new ArrayList<BudgetStanding>();
        for (int i = 0; i < asked.size(); i++) {
            standings.add(asked.get(i).standing(spent.get(2 * i), spent.get(2 * i + 1)));
        }
        return standings;
    }

    private record Asked(Budget budget, DayRange range) {

        /** What rolls over into the period, and the period. */
        List<Window> windows() {
            return List.of(
                    new Window(budget.category(), budget.rolledInto(range)), new Window(budget.category(), range));
        }

        BudgetStanding standing(List<Money> before, List<Money> now) {
            var currency = budget.limit().currency();
            var rolledOver =
                    budget.rollsOver() ? budget.limitsBefore(range).minus(in(currency, before)) : Money.zero(currency);
            return new BudgetStanding(
                    budget,
                    range,
                    rolledOver,
                    in(currency, now),
                    now.stream()
                            .filter(amount -> !amount.currency().equals(currency))
                            .toList());
        }

        private static Money in(Currency currency, List<Money> amounts) {
            return amounts.stream()
                    .filter(amount -> amount.currency().equals(currency))
                    .reduce(Money.zero(currency), Money::plus);
        }
    }
}
