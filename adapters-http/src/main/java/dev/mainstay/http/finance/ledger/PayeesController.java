package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.KeepPayees;
import dev.mainstay.application.finance.ledger.KeepPayees.Subject;
import dev.mainstay.application.finance.ledger.Payees;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
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
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payees: with whom money changes hands (F1). */
@Controller("/api/v1/finance/payees")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance")
final class PayeesController {

    private final ShowLedger show;
    private final KeepPayees keep;
    private final IdempotentPosts posts;
    private final Cursors cursors;

    PayeesController(ShowLedger show, KeepPayees keep, IdempotentPosts posts, Cursors cursors) {
        this.show = show;
        this.keep = keep;
        this.posts = posts;
        this.cursors = cursors;
    }

    @Get
    @Operation(summary = "List payees", description = "The caller's payees by name. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of payees.")
    PageJson<PayeeJson> listPayees(
            @Parameter(hidden = true) Caller caller,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var page = show.payees(caller.user(), cursors.request(limit, cursor, Payees.BY_NAME));
        return cursors.json(page, PayeeJson::from);
    }

    @Post
    @Operation(summary = "Create a payee", description = "No two of one's payees have the same name. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The payee, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = PayeeJson.class)))
    HttpResponse<?> createPayee(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body PayeeFieldsJson payee) {
        return posts.once(request, caller, () -> {
            var created = keep.create(caller.user(), Fields.name(payee.name()), payee.toCategory());
            return HttpResponse.created(
                            PayeeJson.from(created),
                            URI.create("/api/v1/finance/payees/" + created.id().value()))
                    .header(HttpHeaders.ETAG, Etags.of(created.version()));
        });
    }

    @Get("/{id}")
    @Operation(summary = "Show a payee", description = "One of the caller's payees, with its ETag. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The payee.")
    HttpResponse<PayeeJson> showPayee(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return ok(show.payee(caller.user(), new PayeeId(id)));
    }

    @Patch("/{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a payee",
            description = "A merge patch: a field that is absent stays as it is; a category that is null is cleared. "
                    + "Data: facts.")
    @ApiResponse(responseCode = "200", description = "The payee as it is now, with its new ETag.")
    HttpResponse<PayeeJson> revisePayee(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body @Schema(implementation = PayeeFieldsJson.class) PayeePatchJson patch) {
        return ok(keep.revise(subject(caller, id, ifMatch), patch.toPatch()));
    }

    @Delete("/{id}")
    @Operation(summary = "Delete a payee", description = "Transactions that named it name nobody then. Data: facts.")
    @ApiResponse(responseCode = "204", description = "It is gone.")
    HttpResponse<?> deletePayee(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        keep.remove(subject(caller, id, ifMatch));
        return HttpResponse.noContent();
    }

    private static Subject subject(Caller caller, UUID id, @Nullable String ifMatch) {
        return new Subject(caller.user(), new PayeeId(id), Etags.required(ifMatch));
    }

    private static HttpResponse<PayeeJson> ok(Payee payee) {
        return HttpResponse.ok(PayeeJson.from(payee)).header(HttpHeaders.ETAG, Etags.of(payee.version()));
    }
}
