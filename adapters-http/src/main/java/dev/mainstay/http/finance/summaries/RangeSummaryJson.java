package dev.mainstay.http.finance.summaries;

import dev.mainstay.application.finance.summaries.Comparison;
import dev.mainstay.application.finance.summaries.Grouping;
import dev.mainstay.application.finance.summaries.RangeSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What went in and out in a range of days, beside the range of equal length right before it.
 *
 * @param previousFrom the first day of the range before
 * @param totals of both ranges, a line for each currency
 * @param lines by key; days, weeks and months have nothing to compare with
 */
@Serdeable
@Schema(
        name = "RangeSummary",
        requiredProperties = {"from", "to", "previousFrom", "by", "totals", "lines"})
record RangeSummaryJson(
        LocalDate from,
        LocalDate to,
        LocalDate previousFrom,
        String by,
        List<SummaryLineJson> totals,
        List<SummaryLineJson> lines) {

    RangeSummaryJson {
        totals = List.copyOf(totals);
        lines = List.copyOf(lines);
    }

    static RangeSummaryJson from(RangeSummary summary) {
        return new RangeSummaryJson(
                summary.from(),
                summary.to(),
                summary.previousFrom(),
                Groupings.nameOf(summary.by()),
                summary.totals().stream().map(SummaryLineJson::from).toList(),
                summary.lines().stream().map(line -> line(summary.by(), line)).toList());
    }

    private static SummaryLineJson line(Grouping by, Comparison line) {
        var json = SummaryLineJson.from(line);
        return by.ofTime() ? new SummaryLineJson(json.key(), json.name(), json.now(), null) : json;
    }
}
