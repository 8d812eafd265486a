package dev.mainstay.application.finance.summaries;

import dev.mainstay.domain.finance.summaries.Turnover;
import dev.mainstay.domain.identity.UserId;
import java.time.LocalDate;
import java.util.List;

/**
 * What posted transactions moved, by their accounting days. The cost goes with the days, categories and accounts asked for, not with
 * the transactions.
 */
public interface SummaryReader {

    /**
     * The turnover of each day, week, month, category or account in which there was any, by currency. An account's is all that went
     * into and out of it; all others are income and expenses, so that moving money between accounts is neither.
     *
     * @param until the first day that does not count any more
     * @return by key, then by the currency's code
     */
    default List<Line> turnover(UserId owner, LocalDate from, LocalDate until, Grouping by) {
        return turnovers(owner, List.of(from, until), by).getFirst();
    }

    /**
     * As {@link #turnover}, of several ranges that follow each other; one statement for all.
     *
     * @param boundaries ascending, two at least
     * @return one less than there are boundaries: the first is from the first of them until the second
     */
    List<List<Line>> turnovers(UserId owner, List<LocalDate> boundaries, Grouping by);

    /**
     * A line of a summary.
     *
     * @param key the first day of a day, week or month (of a whole month also where the range begins in its midst), or the id of a
     *     category or account
     * @param name of the category or account; empty for a stretch of time
     */
    record Line(String key, String name, Turnover turnover) {}
}
