package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.http.files.PartStream;
import dev.mainstay.http.identity.StreamedExport;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The books as files (F2). */
@Controller("/api/v1/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance")
final class BooksFileController {

    private static final String TABLE = "text/csv";
    private static final String SECTIONS = "finance.";

    private final ShowLedger show;
    private final List<OwnedData> owned;

    BooksFileController(ShowLedger show, List<OwnedData> owned) {
        this.show = show;
        this.owned = List.copyOf(owned);
    }

    @Get("/export.csv")
    @Produces(TABLE)
    @Operation(
            summary = "Export transactions as a table",
            description =
                    "All of the caller's transactions, latest first, a row for each posting, streamed. A cell of text that "
                            + "a spreadsheet would run as a formula has an apostrophe in front. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The table.",
            content = @Content(mediaType = TABLE, schema = @Schema(type = "string")))
    HttpResponse<StreamedFile> exportTransactions(@Parameter(hidden = true) Caller caller) {
        var stream = PartStream.of(new TransactionTable(show, caller.user()));
        return HttpResponse.ok(
                new StreamedFile(stream, MediaType.of(TABLE + ";charset=utf-8")).attach("transactions.csv"));
    }

    @Get("/export.json")
    @Operation(
            summary = "Export all of finance",
            description =
                    "Everything of the caller's in finance, an array for each kind of thing, streamed. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The export.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = "object")))
    HttpResponse<StreamedFile> exportFinance(@Parameter(hidden = true) Caller caller) {
        try {
            var stream = StreamedExport.start(sink -> owned.stream()
                    .flatMap(each -> each.sections().stream())
                    .filter(section -> section.name().startsWith(SECTIONS))
                    .forEach(section -> {
                        sink.section(section.name());
                        section.rows().forEach(caller.user(), sink::row);
                    }));
            return HttpResponse.ok(new StreamedFile(stream, MediaType.APPLICATION_JSON_TYPE).attach("finance.json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
