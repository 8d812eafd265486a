package dev.mainstay.application.finance.budgets;

import dev.mainstay.domain.finance.budgets.DayRange;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.util.List;

/** What posted transactions say was spent. The cost goes with the days and categories asked for, not with the transactions. */
public interface SpendingReader {

    /**
     * What was spent on a category and those below it, less what came back, in each window.
     *
     * @return in the order of the windows; in each the sums by currency, without those that are zero, by code. Inside a transaction
     *     its own postings count
     */
    List<List<Money>> spent(UserId owner, List<Window> windows);

    /** Accounting days, and what was spent on. */
    record Window(CategoryId category, DayRange days) {}
}
