package dev.mainstay.http.finance.summaries;

import dev.mainstay.application.finance.summaries.Grouping;
import dev.mainstay.application.finance.summaries.ShowNetWorth;
import dev.mainstay.application.finance.summaries.ShowNetWorth.Every;
import dev.mainstay.application.finance.summaries.ShowSummaries;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.money.Currencies;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.caching.CacheStatus;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What went in and out, and what is there (F3). */
@Controller("/api/v1/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance summaries")
final class SummaryController {

    private final ShowSummaries show;
    private final ShowNetWorth netWorth;

    SummaryController(ShowSummaries show, ShowNetWorth netWorth) {
        this.show = show;
        this.netWorth = netWorth;
    }

    @Get("/summary")
    @Operation(
            operationId = "showFinanceSummary",
            summary = "Show this month in brief",
            description =
                    "This month by day, and by category and account beside the month before; and the last 13 months."
                            + " Sums for each currency, by accounting days, for show: no balance is among them. Data: view"
                            + " finance:summary:user:{id}, 300 s, never across local midnight, invalidated by each change"
                            + " of the books.")
    @ApiResponse(responseCode = "200", description = "The summary.")
    HttpResponse<FinanceSummaryJson> showFinanceSummary(@Parameter(hidden = true) Caller caller) {
        var summary = show.of(caller.user());
        return CacheStatus.ok(summary.map(value -> FinanceSummaryJson.from(value, summary.asOf())));
    }

    @Get("/summaries")
    @Operation(
            operationId = "summarize",
            summary = "Sum up a range of days",
            description =
                    "What went in and out between two accounting days, both included, by day, week, month, category or"
                            + " account, beside the range of equal length right before it. Moving money between accounts"
                            + " is neither income nor expense, but does show by account. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The summary.")
    RangeSummaryJson summarize(
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable @Parameter(description = "The first day.", required = true) LocalDate from,
            @QueryValue @Nullable @Parameter(description = "The last day, at most 3700 days later.", required = true)
                    LocalDate to,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description = "What to have a line for; day if absent.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            defaultValue = "day",
                                            allowableValues = {"day", "week", "month", "category", "account"}))
                    String by) {
        return RangeSummaryJson.from(show.between(
                caller.user(),
                required("from", from),
                required("to", to),
                by == null ? Grouping.DAY : Groupings.named("by", by, Grouping.class)));
    }

    @Get("/net-worth")
    @Operation(
            operationId = "showNetWorth",
            summary = "Show net worth over time",
            description =
                    "What all accounts held together at the end of accounting days, closed accounts included: at the"
                            + " end of each day, week or month of the range and at its last day; at most 400 points. With"
                            + " a currency, converted by the reference rates latest on or before each day; a rate that is"
                            + " not known is refused. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The points.")
    NetWorthJson showNetWorth(
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable @Parameter(description = "The first day.", required = true) LocalDate from,
            @QueryValue @Nullable @Parameter(description = "The last day.", required = true) LocalDate to,
            @QueryValue
                    @Nullable
                    @Parameter(
                            description = "How far the points are apart; month if absent.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            defaultValue = "month",
                                            allowableValues = {"day", "week", "month"}))
                    String every,
            @QueryValue
                    @Nullable
                    @Parameter(description = "What to convert to, as EUR; each currency for itself if absent.")
                    String currency) {
        return NetWorthJson.from(netWorth.handle(
                caller.user(),
                required("from", from),
                required("to", to),
                every == null ? Every.MONTH : Groupings.named("every", every, Every.class),
                currency == null ? null : Currencies.named("currency", currency)));
    }

    private static LocalDate required(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw new Invalid(field, "missing", "is required, as 2026-03-01");
        }
        return day;
    }
}
