package dev.mainstay.domain.finance.budgets;

import dev.mainstay.domain.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * How a budget stands in one period.
 *
 * @param rolledOver what was left of all periods before; negative if they were overspent, zero if the budget does not roll over
 * @param spent less what came back; negative if more came back
 * @param uncounted what was spent in other currencies, each once
 */
public record BudgetStanding(Budget budget, DayRange range, Money rolledOver, Money spent, List<Money> uncounted) {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger MOST_PERCENT = BigInteger.valueOf(1_000_000_000);

    public BudgetStanding {
        uncounted = List.copyOf(uncounted);
    }

    /** What may be spent in the period: zero or less after much overspending. */
    public Money available() {
        return budget.limit().plus(rolledOver);
    }

    /** Negative if more was spent than is available. */
    public Money left() {
        return available().minus(spent);
    }

    /** The share of what is available that is spent, in whole percent rounded down; empty if nothing is available. */
    public Optional<Long> percent() {
        if (available().sign() <= 0) {
            return Optional.empty();
        }
        var parts = BigInteger.valueOf(spent.minorUnits()).multiply(HUNDRED);
        var share = parts.divideAndRemainder(BigInteger.valueOf(available().minorUnits()));
        var whole = share[1].signum() < 0 ? share[0].subtract(BigInteger.ONE) : share[0];
        return Optional.of(whole.min(MOST_PERCENT).max(MOST_PERCENT.negate()).longValueExact());
    }

    /** Whether so many percent of what is available are spent; where nothing is available, anything spent is too much. */
    public boolean reaches(int threshold) {
        return spent.sign() > 0
                && BigInteger.valueOf(spent.minorUnits())
                                .multiply(HUNDRED)
                                .compareTo(BigInteger.valueOf(available().minorUnits())
                                        .multiply(BigInteger.valueOf(threshold)))
                        >= 0;
    }
}
