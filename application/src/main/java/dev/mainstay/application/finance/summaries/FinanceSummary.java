package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.finance.summaries.SummaryReader.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A user's month and year in brief: the view {@code finance:summary:user:{id}} (F3). Sums for show, of which nothing is decided (G10);
 * no balance and no transaction is in it.
 *
 * @param today in the user's zone; the month is that of this day
 * @param totals of the month, beside the whole month before
 * @param days of the month
 * @param categories of the month, beside the whole month before
 * @param accounts of the month, beside the whole month before
 * @param months the last thirteen, the present one included
 * @param goodUntil local midnight
 */
public record FinanceSummary(
        ZoneId zone,
        LocalDate today,
        List<Comparison> totals,
        List<Line> days,
        List<Comparison> categories,
        List<Comparison> accounts,
        List<Line> months,
        Instant goodUntil) {

    public FinanceSummary {
        totals = List.copyOf(totals);
        days = List.copyOf(days);
        categories = List.copyOf(categories);
        accounts = List.copyOf(accounts);
        months = List.copyOf(months);
    }
}
