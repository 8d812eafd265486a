package dev.mainstay.http.finance.budgets;

import dev.mainstay.application.finance.budgets.CreateBudget;
import dev.mainstay.application.finance.budgets.ReviseBudget;
import dev.mainstay.application.finance.budgets.ShowBudgets;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.http.idempotency.IdempotentPosts;
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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Budgets (F3). */
@Controller("/api/v1/finance/budgets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Budgets")
final class BudgetController {

    private static final int PERIODS = 12;

    private final ShowBudgets show;
    private final CreateBudget create;
    private final ReviseBudget revise;
    private final IdempotentPosts posts;

    BudgetController(ShowBudgets show, CreateBudget create, ReviseBudget revise, IdempotentPosts posts) {
        this.show = show;
        this.create = create;
        this.revise = revise;
        this.posts = posts;
    }

    @Get
    @Operation(
            summary = "List budgets",
            description =
                    "The caller's budgets that have begun, by name, each in its period of today, or of another day. "
                            + "There are few, so they come in one page. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The budgets and how they stand.")
    PageJson<BudgetJson> listBudgets(
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable @Parameter(description = "The day; today in the caller's zone if absent.")
                    LocalDate on,
            @QueryValue
                    @Nullable
                    @Parameter(description = "Whether to list the archived ones, instead of those that are watched.")
                    Boolean archived) {
        return new PageJson<>(
                show.all(caller.user(), on, Boolean.TRUE.equals(archived)).stream()
                        .map(BudgetJson::from)
                        .toList(),
                null);
    }

    @Post
    @Operation(
            summary = "Begin a budget",
            description =
                    "What was spent since its first day counts. When 80 % or 100 % of what is available are spent, the"
                            + " event is raised once for each period, in the transaction that reaches it. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The budget, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = BudgetJson.class)))
    HttpResponse<?> createBudget(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body NewBudgetJson body) {
        return posts.once(request, caller, () -> {
            var budget = create.handle(body.to(caller.user()));
            return HttpResponse.created(
                            BudgetJson.from(show.one(caller.user(), budget.id(), null)),
                            URI.create("/api/v1/finance/budgets/" + budget.id().value()))
                    .header(HttpHeaders.ETAG, Etags.of(budget.version()));
        });
    }

    @Get("/{id}")
    @Operation(
            summary = "Show a budget",
            description =
                    "A budget in its period of today, or of another day. The ETag also changes with what was spent."
                            + " Data: facts.")
    @ApiResponse(responseCode = "200", description = "The budget and how it stands.")
    HttpResponse<BudgetJson> showBudget(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @QueryValue @Nullable @Parameter(description = "The day; today in the caller's zone if absent.")
                    LocalDate on) {
        var standing = show.one(caller.user(), new BudgetId(id), on);
        var json = BudgetJson.from(standing);
        return HttpResponse.ok(json)
                .header(HttpHeaders.ETAG, Etags.of(standing.budget().version(), json));
    }

    @Get("/{id}/periods")
    @Operation(
            summary = "Show how a budget stood",
            description =
                    "Its periods up to that of today, or of another day, latest first, and the thresholds crossed in"
                            + " each; for earlier ones ask for the day before the first of these. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The periods.")
    BudgetPeriodsJson listBudgetPeriods(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @QueryValue @Nullable @Parameter(description = "The day; today in the caller's zone if absent.")
                    LocalDate on,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 12 if absent.")
                    @Schema(minimum = "1", maximum = "60")
                    Integer limit) {
        var budget = new BudgetId(id);
        return BudgetPeriodsJson.from(
                show.periods(caller.user(), budget, on, limit == null ? PERIODS : limit),
                show.crossings(caller.user(), budget));
    }

    @Patch("/{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a budget",
            description =
                    "A field that is absent stays. The limit is that of all periods, past ones included; to keep them,"
                            + " archive the budget and begin another. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The budget as it is now, with its new ETag.")
    HttpResponse<BudgetJson> reviseBudget(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body BudgetChangesJson body) {
        return ok(caller, revise.handle(body.to(caller.user(), new BudgetId(id), Etags.required(ifMatch))));
    }

    @Post("/{id}/archive")
    @Operation(
            summary = "Archive a budget",
            description = "It is no longer watched and no longer listed; its periods stay. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The budget, with its new ETag.")
    HttpResponse<BudgetJson> archiveBudget(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return ok(caller, revise.archive(caller.user(), new BudgetId(id), Etags.required(ifMatch)));
    }

    @Post("/{id}/restore")
    @Operation(
            summary = "Watch an archived budget again",
            description = "Nothing that it counted is lost. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The budget, with its new ETag.")
    HttpResponse<BudgetJson> restoreBudget(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return ok(caller, revise.restore(caller.user(), new BudgetId(id), Etags.required(ifMatch)));
    }

    @Delete("/{id}")
    @Operation(
            summary = "Delete a budget",
            description = "With all that it has crossed; the transactions it counted stay as they are. Data: facts.")
    @ApiResponse(responseCode = "204", description = "It is deleted.")
    HttpResponse<?> deleteBudget(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        revise.remove(caller.user(), new BudgetId(id), Etags.required(ifMatch));
        return HttpResponse.noContent();
    }

    private HttpResponse<BudgetJson> ok(Caller caller, Budget budget) {
        return HttpResponse.ok(BudgetJson.from(show.one(caller.user(), budget.id(), null)))
                .header(HttpHeaders.ETAG, Etags.of(budget.version()));
    }
}
