package dev.mainstay.application.finance.summaries;

import java.time.LocalDate;
import java.util.List;

/**
 * What went in and out in a range of days, beside the range of equal length right before it.
 *
 * @param from the first day
 * @param to the last day
 * @param previousFrom the first day of the range before; its last is the one before {@code from}
 * @param totals of both ranges, by currency
 * @param lines by key; of stretches of time there is none to compare with, so what was before is nothing
 */
public record RangeSummary(
        LocalDate from,
        LocalDate to,
        LocalDate previousFrom,
        Grouping by,
        List<Comparison> totals,
        List<Comparison> lines) {

    public RangeSummary {
        totals = List.copyOf(totals);
        lines = List.copyOf(lines);
    }
}
