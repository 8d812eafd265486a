package dev.mainstay.domain.finance.budgets;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner means to spend at most on an expense category and the categories below it, in each week, month or year from a day on. The
 * limit is that of all its periods, past ones included: who wants to keep them archives the budget and begins another.
 *
 * <p>Only amounts of the limit's currency count; others are shown beside it and never converted, for then a budget would be crossed by a
 * rate and not by a purchase. What comes back (a refund, a reversal) counts against what was spent.
 *
 * <p>With roll-over, what was left of a period is there in the next one, and what was overspent is missing there.
 *
 * @param from the first day that counts; its period has the whole limit
 * @param archivedAt null while it is watched
 */
public record Budget(
        BudgetId id,
        UserId owner,
        Version version,
        BudgetName name,
        CategoryId category,
        BudgetPeriod period,
        Money limit,
        LocalDate from,
        boolean rollsOver,
        @Nullable Instant archivedAt,
        Instant createdAt) {

    /** The shares of what is available, in percent, whose crossing is told. */
    public static final List<Integer> THRESHOLDS = List.of(80, 100);

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final int LONGEST_YEARS = 100;

    public Budget {
        requireLimit(limit);
        if (from.isBefore(EARLIEST) || from.getYear() > 9000) {
            throw new Invalid("from", "out_of_range", "must be from 1970 on");
        }
    }

    public boolean archived() {
        return archivedAt != null;
    }

    /**
     * The budget at that version.
     *
     * @throws Stale if it has another
     */
    public Budget expect(Version expected) {
        if (!version.equals(expected)) {
            throw new Stale("stale", "The budget was changed meanwhile; read it again.");
        }
        return this;
    }

    /** With another name, limit or roll-over; itself if nothing differs. */
    public Budget revise(BudgetName newName, Money newLimit, boolean newRollsOver) {
        if (!newLimit.currency().equals(limit.currency())) {
            throw new Invalid(
                    "limit.currency", "fixed", "must stay " + limit.currency() + "; begin another budget instead");
        }
        return newName.equals(name) && newLimit.equals(limit) && newRollsOver == rollsOver
                ? this
                : with(newName, newLimit, newRollsOver, archivedAt);
    }

    /** No longer watched; what it was stays visible. */
    public Budget archive(Instant at) {
        if (archived()) {
            throw new Conflict("budget_archived", "The budget is archived already.");
        }
        return with(name, limit, rollsOver, at);
    }

    /** Watched again. */
    public Budget restore() {
        if (!archived()) {
            throw new Conflict("budget_not_archived", "The budget is not archived.");
        }
        return with(name, limit, rollsOver, null);
    }

    /** Whether the day is one of the budget's: from its first, for a hundred years. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(from.plusYears(LONGEST_YEARS));
    }

    /**
     * The days that count in the period of the day.
     *
     * @throws Invalid naming {@code on} if that is before the budget, or more than a hundred years after its beginning
     */
    public DayRange rangeOn(LocalDate day) {
        if (day.isBefore(from)) {
            throw new Invalid("on", "out_of_range", "must not be before the budget begins, on " + from);
        }
        if (day.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new Invalid("on", "out_of_range", "must be within 100 years of " + from);
        }
        var start = period.startOf(day);
        return new DayRange(start.isBefore(from) ? from : start, period.later(start, 1));
    }

    /** The days before a range that roll over into it; none unless it rolls over. */
    public DayRange rolledInto(DayRange range) {
        return new DayRange(rollsOver ? from : range.from(), range.from());
    }

    /** The sum of the limits of all periods before the range. */
    public Money limitsBefore(DayRange range) {
        long periods = period.between(period.startOf(from), period.startOf(range.from()));
        return new Money(Math.multiplyExact(limit.minorUnits(), periods), limit.currency());
    }

    private Budget with(BudgetName newName, Money newLimit, boolean newRollsOver, @Nullable Instant newArchivedAt) {
        return new Budget(
                id,
                owner,
                version.next(),
                newName,
                category,
                period,
                newLimit,
                from,
                newRollsOver,
                newArchivedAt,
                createdAt);
    }

    private static void requireLimit(Money limit) {
        if (limit.sign() <= 0) {
            throw new Invalid("limit.amount", "out_of_range", "must be more than zero");
        }
    }
}
