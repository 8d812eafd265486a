package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.DraftTransfer;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.http.idempotency.IdempotentPosts;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transfers between two of the caller's accounts, also across currencies (F1, F2). */
@Controller("/api/v1/finance/transfers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance")
final class TransfersController {

    private final DraftTransfer transfers;
    private final RecordTransactions record;
    private final Recording recording;

    TransfersController(DraftTransfer transfers, RecordTransactions record, Recording recording) {
        this.transfers = transfers;
        this.record = record;
        this.recording = recording;
    }

    @Post
    @Operation(
            summary = "Transfer money between accounts",
            description =
                    "Within one currency with one amount. Across currencies with both amounts, or one and a rate, or one "
                            + "alone: then the latest reference rate of the ECB on or before the day counts, and 409 rate_unknown "
                            + "says that there is none. The rate is kept with the transaction. Takes dryRun as recording a "
                            + "transaction does. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The transaction, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = TransactionJson.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The outcome of a dry run.",
            content = @Content(schema = @Schema(implementation = DryRunJson.class)))
    HttpResponse<?> transferMoney(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @QueryValue
                    @Nullable
                    @Parameter(description = "Whether to store nothing.", schema = @Schema(type = "boolean"))
                    String dryRun,
            @Body TransferJson transfer) {
        return recording.answer(request, caller, dryRun, () -> {
            var worked = transfers.of(transfer.toCommand(caller.user()));
            var draft = transfer.said().toDraft(worked.postings(), Origin.TRANSFER, worked.rate());
            return record.one(caller.user(), draft);
        });
    }
}
