package dev.mainstay.application.home;

import dev.mainstay.domain.finance.summaries.Turnover;
import java.time.LocalDate;
import java.util.List;

/**
 * What went in and out this month, by currency. A sum for show (G10).
 *
 * @param month its first day
 */
public record MonthContent(LocalDate month, List<Turnover> totals) implements KeptContent {
    public MonthContent {
        totals = List.copyOf(totals);
    }

    @Override
    public boolean mayBeStale() {
        return false;
    }
}
