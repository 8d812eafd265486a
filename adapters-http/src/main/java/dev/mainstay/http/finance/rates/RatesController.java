package dev.mainstay.http.finance.rates;

import dev.mainstay.application.finance.rates.ExchangeRates;
import dev.mainstay.application.finance.rates.ImportRates;
import dev.mainstay.application.finance.rates.RatePair;
import dev.mainstay.application.finance.rates.ShowRates;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.guard.AdminOnly;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.limits.LargeBody;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Exchange rates (F2). */
@Tag(name = "Rates", description = "What currencies are worth in each other, day by day.")
@Controller("/api/v1/finance/rates")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class RatesController {

    private static final String TABLE = "text/csv";

    private final ShowRates show;
    private final ImportRates importing;
    private final IdempotentPosts posts;
    private final Cursors cursors;

    RatesController(ShowRates show, ImportRates importing, IdempotentPosts posts, Cursors cursors) {
        this.show = show;
        this.importing = importing;
        this.posts = posts;
        this.cursors = cursors;
    }

    @Get("/{pair}")
    @Operation(
            operationId = "showRate",
            summary = "Show the rate of two currencies",
            description =
                    "The latest one or, with a day, the latest on or before that day; between two other currencies than the euro "
                            + "through the euro. Weekends and holidays are bridged. A currency that is missing while others are "
                            + "quoted is known for 7 more days; then, and before its first quote, the answer is 404. Data: view "
                            + "finance:rate:pair:{pair} (1 h) for the latest, facts for that of a day.")
    @ApiResponse(
            responseCode = "200",
            description = "The rate and the day it is of.",
            content = @Content(schema = @Schema(implementation = RateJson.class)))
    HttpResponse<RateJson> showRate(
            @Parameter(description = "From and to which currency.", example = "eur-usd") @PathVariable String pair,
            @QueryValue
                    @Nullable
                    @Parameter(description = "The day; the latest rate if absent.", example = "2026-04-12")
                    LocalDate day) {
        var asked = RatePair.parse(pair);
        return day == null
                ? CacheStatus.ok(show.latest(asked).map(RateJson::from))
                : HttpResponse.ok(RateJson.from(show.on(asked, day)));
    }

    @Get("/{pair}/history")
    @Operation(
            operationId = "listRates",
            summary = "List the rates of two currencies",
            description = "Of the days on which both were quoted, the latest first. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of rates.")
    PageJson<RateJson> listRates(
            @Parameter(description = "From and to which currency.", example = "eur-usd") @PathVariable String pair,
            @QueryValue
                    @Nullable
                    @Parameter(description = "The first day; all from the beginning if absent.", example = "2026-01-01")
                    LocalDate from,
            @QueryValue
                    @Nullable
                    @Parameter(description = "The last day; all to the end if absent.", example = "2026-03-31")
                    LocalDate to,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var page = show.history(
                RatePair.parse(pair), from, to, cursors.request(limit, cursor, ExchangeRates.LATEST_FIRST));
        return cursors.json(page, RateJson::from);
    }

    @AdminOnly
    @Post("/imports")
    @LargeBody
    @Consumes(TABLE)
    @Operation(
            operationId = "importRates",
            summary = "Import rates (administrators)",
            description =
                    "The history of reference rates as the European Central Bank publishes it, a CSV file with a row for each day "
                            + "and a column for each currency, up to 10 MB and 20,000 rows. All in one transaction. Each cell is inserted, "
                            + "unchanged, corrected (another rate is stored of that day), not quoted (N/A), or skipped and why. "
                            + "Importing a file again changes nothing. Data: facts.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = TABLE, schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "200",
            description = "What became of each row.",
            content = @Content(schema = @Schema(implementation = ImportedRatesJson.class)))
    HttpResponse<?> importRates(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body byte[] file) {
        var table = new RateTable(file);
        return posts.once(
                request,
                caller,
                () -> HttpResponse.ok(
                        ImportedRatesJson.from(importing.handle(new ImportRates.Command(caller.user(), table)))));
    }
}
