package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.LedgerAccounts;
import dev.mainstay.application.finance.ledger.LedgerReader;
import dev.mainstay.application.finance.ledger.OpenAccount;
import dev.mainstay.application.finance.ledger.ReviseAccount;
import dev.mainstay.application.finance.ledger.ReviseAccount.Subject;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.finance.ledger.ShowLedger.BalancedAccount;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.money.MoneyJson;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts of the books: what they hold, held, and how it came about (F1). */
@Controller("/api/v1/finance/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance")
final class AccountsController {

    private final ShowLedger show;
    private final OpenAccount open;
    private final ReviseAccount revise;
    private final IdempotentPosts posts;
    private final Cursors cursors;
    private final InstantSource clock;

    AccountsController(
            ShowLedger show,
            OpenAccount open,
            ReviseAccount revise,
            IdempotentPosts posts,
            Cursors cursors,
            InstantSource clock) {
        this.show = show;
        this.open = open;
        this.revise = revise;
        this.posts = posts;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Get
    @Operation(
            summary = "List accounts",
            description = "The caller's accounts by name, closed ones too, each with what it holds. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of accounts.")
    PageJson<AccountJson> listFinanceAccounts(
            @Parameter(hidden = true) Caller caller,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var page = show.accounts(caller.user(), cursors.request(limit, cursor, LedgerAccounts.BY_NAME));
        return cursors.json(page, AccountJson::from);
    }

    @Post
    @Operation(
            summary = "Open an account",
            description =
                    "An opening balance is recorded as a transaction against OPENING. How many accounts there may be "
                            + "is a matter of the plan. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The account, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = AccountJson.class)))
    HttpResponse<?> openFinanceAccount(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body NewAccountJson account) {
        return posts.once(request, caller, () -> {
            var opened = show.account(
                    caller.user(), open.handle(account.toCommand(caller.user())).id());
            return HttpResponse.created(
                            AccountJson.from(opened),
                            URI.create("/api/v1/finance/accounts/"
                                    + opened.account().id().value()))
                    .header(HttpHeaders.ETAG, etag(opened));
        });
    }

    @Get("/{id}")
    @Operation(
            summary = "Show an account",
            description = "One of the caller's accounts and what it holds now, with an ETag. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The account.")
    HttpResponse<AccountJson> showFinanceAccount(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return ok(show.account(caller.user(), new LedgerAccountId(id)));
    }

    @Patch("/{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(summary = "Rename an account", description = "Kind and currency stay as they are for ever. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The account as it is now, with its new ETag.")
    HttpResponse<AccountJson> renameFinanceAccount(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body NameJson name) {
        var subject = new Subject(caller.user(), new LedgerAccountId(id), Etags.required(ifMatch));
        return changed(caller, revise.rename(subject, name.toName()));
    }

    @Post("/{id}/close")
    @Operation(
            summary = "Close an account",
            description =
                    "It takes no new transactions until it is reopened; what it holds stays. Closing what is closed "
                            + "changes nothing. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The account as it is now.")
    HttpResponse<AccountJson> closeFinanceAccount(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return changed(caller, revise.close(subject(caller, id, ifMatch)));
    }

    @Post("/{id}/reopen")
    @Operation(
            summary = "Reopen an account",
            description = "It takes transactions again. Reopening what is open changes nothing. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The account as it is now.")
    HttpResponse<AccountJson> reopenFinanceAccount(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return changed(caller, revise.reopen(subject(caller, id, ifMatch)));
    }

    @Get("/{id}/balance")
    @Operation(
            summary = "Show the balance of an account at an instant",
            description =
                    "The sum of what is posted by now, of all that happened up to and at that instant. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The balance.")
    BalanceAtJson showBalanceAt(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @QueryValue
                    @Nullable
                    @Parameter(description = "An RFC 3339 instant; now if absent.", example = "2026-03-01T00:00:00Z")
                    String at) {
        @Nullable Instant given = Fields.instant("at", at);
        Instant moment = given == null ? clock.instant() : given;
        var balance = show.balanceAt(caller.user(), new LedgerAccountId(id), moment);
        return new BalanceAtJson(id, moment, MoneyJson.from(balance));
    }

    @Get("/{id}/register")
    @Operation(
            summary = "List what happened on an account",
            description =
                    "Its postings that are not void, latest first, each with the posted balance after it, a page at a "
                            + "time. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of the register.")
    PageJson<RegisterLineJson> listRegister(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var page = show.register(
                caller.user(), new LedgerAccountId(id), cursors.request(limit, cursor, LedgerReader.LATEST_FIRST));
        return cursors.json(page, RegisterLineJson::from);
    }

    private static Subject subject(Caller caller, UUID id, @Nullable String ifMatch) {
        return new Subject(caller.user(), new LedgerAccountId(id), ifMatch == null ? null : Etags.required(ifMatch));
    }

    private HttpResponse<AccountJson> changed(Caller caller, LedgerAccount account) {
        return ok(show.account(caller.user(), account.id()));
    }

    private static HttpResponse<AccountJson> ok(BalancedAccount account) {
        return HttpResponse.ok(AccountJson.from(account)).header(HttpHeaders.ETAG, etag(account));
    }

    private static String etag(BalancedAccount account) {
        return Etags.of(account.account().version(), account.balance());
    }
}
