package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.DraftEntry;
import dev.mainstay.application.finance.ledger.LedgerReader;
import dev.mainstay.application.finance.ledger.RecordTransactions;
import dev.mainstay.application.finance.ledger.ReverseTransaction;
import dev.mainstay.application.finance.ledger.SettleTransaction;
import dev.mainstay.application.finance.ledger.SettleTransaction.Subject;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.Transaction;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transactions: recorded, settled, taken back, and never otherwise changed (F1). */
@Controller("/api/v1/finance/transactions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance")
final class TransactionsController {

    private final ShowLedger show;
    private final RecordTransactions record;
    private final SettleTransaction settle;
    private final ReverseTransaction reverse;
    private final DraftEntry entries;
    private final Recording recording;
    private final Cursors cursors;

    TransactionsController(
            ShowLedger show,
            RecordTransactions record,
            SettleTransaction settle,
            ReverseTransaction reverse,
            DraftEntry entries,
            Recording recording,
            Cursors cursors) {
        this.show = show;
        this.record = record;
        this.settle = settle;
        this.reverse = reverse;
        this.entries = entries;
        this.recording = recording;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            summary = "List transactions",
            description =
                    "The caller's transactions that pass every filter, latest first, a page at a time. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of transactions.")
    PageJson<TransactionJson> listTransactions(
            @Parameter(hidden = true) Caller caller,
            @RequestBean TransactionQuery query,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var page = show.transactions(
                caller.user(), query.toFilter(), cursors.request(limit, cursor, LedgerReader.LATEST_FIRST));
        return cursors.json(page, TransactionJson::from);
    }

    @Post
    @Operation(
            summary = "Record a transaction",
            description =
                    "With its postings, which sum to zero in each currency, or shorter with an account, an amount and a "
                            + "category, or shares of the amount for several. A dry run checks and computes everything, answers "
                            + "with the transaction and the balances as they would be (200), and stores nothing. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The transaction, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = TransactionJson.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The outcome of a dry run.",
            content = @Content(schema = @Schema(implementation = DryRunJson.class)))
    HttpResponse<?> recordTransaction(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @QueryValue
                    @Nullable
                    @Parameter(description = "Whether to store nothing.", schema = @Schema(type = "boolean"))
                    String dryRun,
            @Body TransactionFieldsJson transaction) {
        return recording.answer(
                request, caller, dryRun, () -> record.one(caller.user(), transaction.toDraft(caller.user(), entries)));
    }

    @Get("/{id}")
    @Operation(
            summary = "Show a transaction",
            description = "One of the caller's transactions, with an ETag. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The transaction.")
    HttpResponse<TransactionJson> showTransaction(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return Recording.ok(show.transaction(caller.user(), new TransactionId(id)));
    }

    @Put("/{id}")
    @Operation(
            summary = "Replace a pending transaction",
            description = "Its moment, description and postings become those given; a posted one never changes and is "
                    + "reversed instead (409). Status, payee, notes and tags are not looked at. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The transaction as it is now, with its new ETag.")
    HttpResponse<TransactionJson> replaceTransaction(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body TransactionFieldsJson transaction) {
        var subject = new Subject(caller.user(), new TransactionId(id), Etags.required(ifMatch));
        show.transaction(caller.user(), subject.transaction());
        return changed(caller, settle.replace(subject, transaction.toDraft(caller.user(), entries)));
    }

    @Post("/{id}/post")
    @Operation(
            summary = "Post a pending transaction",
            description =
                    "It counts from now on and never changes again. Posting what is posted changes nothing. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The transaction as it is now.")
    HttpResponse<TransactionJson> postTransaction(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return changed(caller, settle.post(subject(caller, id, ifMatch)));
    }

    @Post("/{id}/void")
    @Operation(
            summary = "Void a pending transaction",
            description = "It will never count. Voiding what is void changes nothing. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The transaction as it is now.")
    HttpResponse<TransactionJson> voidTransaction(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return changed(caller, settle.voided(subject(caller, id, ifMatch)));
    }

    @Post("/{id}/reverse")
    @Operation(
            summary = "Reverse a posted transaction",
            description =
                    "Records a posted transaction with the same postings the other way round, once; a reversal can be "
                            + "reversed itself. Takes dryRun as recording does. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The transaction that takes it back, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = TransactionJson.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The outcome of a dry run.",
            content = @Content(schema = @Schema(implementation = DryRunJson.class)))
    HttpResponse<?> reverseTransaction(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @QueryValue
                    @Nullable
                    @Parameter(description = "Whether to store nothing.", schema = @Schema(type = "boolean"))
                    String dryRun,
            @Body @Nullable ReversalJson reversal) {
        var wanted = reversal == null ? new ReversalJson(null, null, null) : reversal;
        return recording.answer(
                request,
                caller,
                dryRun,
                () -> reverse.handle(new ReverseTransaction.Command(
                        caller.user(),
                        new TransactionId(id),
                        Fields.instant("at", wanted.at()),
                        Fields.day("day", wanted.day()),
                        SaidJson.description(wanted.description()))));
    }

    private static Subject subject(Caller caller, UUID id, @Nullable String ifMatch) {
        return new Subject(caller.user(), new TransactionId(id), ifMatch == null ? null : Etags.required(ifMatch));
    }

    private HttpResponse<TransactionJson> changed(Caller caller, Transaction transaction) {
        return Recording.ok(show.transaction(caller.user(), transaction.id()));
    }
}
