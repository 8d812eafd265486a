package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.CommitStatement;
import dev.mainstay.application.finance.statements.KeepStatements;
import dev.mainstay.application.finance.statements.PreviewedRow.State;
import dev.mainstay.application.finance.statements.ShowStatements;
import dev.mainstay.application.finance.statements.StatementPreview;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.limits.LargeBody;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Banks' statements (F3). */
@Tag(
        name = "Statements",
        description = "Files that banks make of what they booked: looked at first, then booked, each row once.")
@Controller("/api/v1/finance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
final class StatementsController {

    private static final String TABLE = "text/csv";

    private final ShowStatements show;
    private final KeepStatements keep;
    private final CommitStatement commit;
    private final IdempotentPosts posts;
    private final Cursors cursors;

    StatementsController(
            ShowStatements show, KeepStatements keep, CommitStatement commit, IdempotentPosts posts, Cursors cursors) {
        this.show = show;
        this.keep = keep;
        this.commit = commit;
        this.posts = posts;
        this.cursors = cursors;
    }

    @Post("/accounts/{account}/statements")
    @LargeBody
    @Consumes({TABLE, "text/plain", "application/octet-stream"})
    @Operation(
            operationId = "uploadStatement",
            summary = "Upload a statement",
            description =
                    "A CSV file of the account's bookings as the bank made it, up to 10 MB and 20,000 rows, unchanged. Encoding, "
                            + "delimiter, header, columns and the styles of days and amounts are found out, by what is remembered of "
                            + "earlier files with this header and by the file itself, and shown with the first rows as they would be "
                            + "booked. Nothing is booked yet. It is forgotten after 30 days. Data: facts.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = TABLE, schema = @Schema(type = "string"))))
    @ApiResponse(
            responseCode = "201",
            description = "What it would come to, with ETag and Location.",
            content = @Content(schema = @Schema(implementation = StatementJson.class)))
    HttpResponse<?> uploadStatement(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Parameter(description = "The id of the account.") @PathVariable UUID account,
            @QueryValue @Nullable @Parameter(description = "What to call it.", example = "March") String name,
            @Body byte[] file) {
        return posts.once(request, caller, () -> {
            var preview = keep.upload(caller.user(), new LedgerAccountId(account), name == null ? "" : name, file);
            return HttpResponse.created(
                            StatementJson.from(preview),
                            URI.create("/api/v1/finance/statements/"
                                    + preview.statement().id().value()))
                    .header(HttpHeaders.ETAG, Etags.of(preview.statement().version()));
        });
    }

    @Get("/accounts/{account}/statements")
    @Operation(
            operationId = "listStatements",
            summary = "List the statements of an account",
            description = "The latest first; there are 50 at most. Data: facts.")
    @ApiResponse(responseCode = "200", description = "All of them, in one page.")
    PageJson<StatementSummaryJson> listStatements(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The id of the account.") @PathVariable UUID account) {
        return new PageJson<>(
                show.of(new LedgerAccountId(account), caller.user()).stream()
                        .map(StatementSummaryJson::from)
                        .toList(),
                null);
    }

    @Get("/statements/{id}")
    @Operation(
            operationId = "showStatement",
            summary = "Show a statement",
            description = "As it would be booked now, with its ETag. Data: facts.")
    @ApiResponse(responseCode = "200", description = "What it would come to.")
    HttpResponse<StatementJson> showStatement(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return ok(show.preview(new StatementId(id), caller.user()));
    }

    @Get("/statements/{id}/rows")
    @Operation(
            operationId = "listStatementRows",
            summary = "List the rows of a statement",
            description = "As in the file, each as it would be booked now, or why it cannot be. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of rows.")
    PageJson<StatementRowJson> listStatementRows(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @QueryValue @Nullable @Parameter(description = "Only rows in that state.") State state,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var page = show.rows(
                new StatementId(id), caller.user(), state, cursors.request(limit, cursor, ShowStatements.BY_NUMBER));
        return cursors.json(page, StatementRowJson::from);
    }

    @Put("/statements/{id}/layout")
    @Operation(
            operationId = "tellStatementLayout",
            summary = "Tell what a statement means",
            description =
                    "In place of what was told before. Whatever is absent is found out again. What a statement meant when it was "
                            + "booked is remembered for the account's next file with the same header. Data: facts.")
    @ApiResponse(responseCode = "200", description = "What it would come to, with its new ETag.")
    HttpResponse<StatementJson> tellStatementLayout(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body ToldJson layout) {
        var expected = Etags.required(ifMatch);
        return ok(keep.tell(new StatementId(id), caller.user(), expected, layout.toTold()));
    }

    @Post("/statements/{id}/commit")
    @Operation(
            operationId = "commitStatement",
            summary = "Book rows of a statement",
            description =
                    "All that are new, or those chosen, in one transaction: each becomes a posted transaction of the account and a "
                            + "category. What was booked before, of this or another statement, is not booked again. With If-Match "
                            + "only if the statement still means what you looked at. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "What became of each row.",
            content = @Content(schema = @Schema(implementation = CommittedStatementJson.class)))
    HttpResponse<?> commitStatement(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Header("If-Match") @Nullable String ifMatch,
            @PathVariable UUID id,
            @Body CommitJson chosen) {
        return posts.once(
                request,
                caller,
                () -> HttpResponse.ok(CommittedStatementJson.from(commit.handle(new CommitStatement.Command(
                        caller.user(),
                        new StatementId(id),
                        ifMatch == null ? null : Etags.required(ifMatch),
                        chosen.chosen(),
                        chosen.byRow())))));
    }

    @Delete("/statements/{id}")
    @Operation(
            operationId = "deleteStatement",
            summary = "Delete a statement",
            description = "The file is forgotten; what was booked stays booked, and is still recognised. Data: facts.")
    @ApiResponse(responseCode = "204", description = "It is gone.")
    HttpResponse<?> deleteStatement(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        keep.remove(new StatementId(id), caller.user(), Etags.required(ifMatch));
        return HttpResponse.noContent();
    }

    private static MutableHttpResponse<StatementJson> ok(StatementPreview preview) {
        return HttpResponse.ok(StatementJson.from(preview))
                .header(HttpHeaders.ETAG, Etags.of(preview.statement().version()));
    }
}
