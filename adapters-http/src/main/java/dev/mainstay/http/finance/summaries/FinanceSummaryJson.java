package dev.mainstay.http.finance.summaries;

import dev.mainstay.application.finance.summaries.FinanceSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * This month in brief, and the last thirteen.
 *
 * @param asOf when the facts were read
 * @param zone the caller's, whose "today" it is
 * @param totals of this month, beside the whole month before
 * @param days of this month
 * @param categories of this month, beside the whole month before
 * @param accounts of this month, beside the whole month before
 * @param months the last thirteen, this one included
 */
@Serdeable
@Schema(
        name = "FinanceSummary",
        requiredProperties = {"asOf", "zone", "today", "totals", "days", "categories", "accounts", "months"},
        example = """
            {"asOf":"2026-03-05T10:00:00Z","zone":"Europe/Berlin","today":"2026-03-05","totals":[{"now":{\
            "in":{"amount":"2100.00","currency":"EUR"},"out":{"amount":"640.50","currency":"EUR"},\
            "net":{"amount":"1459.50","currency":"EUR"}},"before":{"in":{"amount":"2100.00","currency":"EUR"},\
            "out":{"amount":"1980.00","currency":"EUR"},"net":{"amount":"120.00","currency":"EUR"}}}],\
            "days":[],"categories":[],"accounts":[],"months":[]}\
            """)
record FinanceSummaryJson(
        Instant asOf,
        String zone,
        LocalDate today,
        List<SummaryLineJson> totals,
        List<SummaryLineJson> days,
        List<SummaryLineJson> categories,
        List<SummaryLineJson> accounts,
        List<SummaryLineJson> months) {

    FinanceSummaryJson {
        totals = List.copyOf(totals);
        days = List.copyOf(days);
        categories = List.copyOf(categories);
        accounts = List.copyOf(accounts);
        months = List.copyOf(months);
    }

    static FinanceSummaryJson from(FinanceSummary summary, Instant asOf) {
        return new FinanceSummaryJson(
                asOf,
                summary.zone().getId(),
                summary.today(),
                summary.totals().stream().map(SummaryLineJson::from).toList(),
                summary.days().stream().map(SummaryLineJson::from).toList(),
                summary.categories().stream().map(SummaryLineJson::from).toList(),
                summary.accounts().stream().map(SummaryLineJson::from).toList(),
                summary.months().stream().map(SummaryLineJson::from).toList());
    }
}
