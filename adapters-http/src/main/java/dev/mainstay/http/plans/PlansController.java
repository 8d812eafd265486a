package dev.mainstay.http.plans;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.plans.CreatePlan;
import dev.mainstay.application.plans.RetirePlan;
import dev.mainstay.application.plans.RevisePlan;
import dev.mainstay.application.plans.ShowPlans;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.http.guard.AdminOnly;
import dev.mainstay.http.guard.Open;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.ratelimit.RateLimited;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
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
import org.jspecify.annotations.Nullable;

/** What can be subscribed to: shown to everybody, decided on by administrators (U11). */
@Tag(name = "Plans", description = "What can be subscribed to, what it costs and what it allows.")
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.plans", notEquals = "false")
final class PlansController {

    private final ShowPlans show;
    private final CreatePlan create;
    private final RevisePlan revise;
    private final RetirePlan retire;
    private final IdempotentPosts posts;

    PlansController(ShowPlans show, CreatePlan create, RevisePlan revise, RetirePlan retire, IdempotentPosts posts) {
        this.show = show;
        this.create = create;
        this.revise = revise;
        this.retire = retire;
        this.posts = posts;
    }

    @Open
    @RateLimited("open")
    @Get
    @Operation(
            operationId = "listPlans",
            summary = "List plans",
            description =
                    "The default plan, which everybody has without a subscription, then those on offer. Needs no login."
                            + " Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The plans.",
            content = @Content(schema = @Schema(implementation = PlansJson.class)))
    PlansJson listPlans(
            @Parameter(description = "Whether to list retired plans too; false unless told.") @Nullable @QueryValue
                    Boolean retired) {
        return PlansJson.from(show.list(Boolean.TRUE.equals(retired)));
    }

    @Open
    @RateLimited("open")
    @Get("/{code}")
    @Operation(
            operationId = "showPlan",
            summary = "Show one plan",
            description = "Retired or not, with the ETag that changing it asks for. Needs no login. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The plan.",
            content = @Content(schema = @Schema(implementation = PlanJson.class)))
    HttpResponse<PlanJson> showPlan(@Parameter(description = "The code.", example = "free") @PathVariable String code) {
        return ok(show.one(code(code)));
    }

    @AdminOnly
    @Post
    @Operation(
            operationId = "createPlan",
            summary = "Put a plan on offer (administrators)",
            description = "A code that is taken is 409 with code plan_exists. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The plan, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = PlanJson.class)))
    HttpResponse<?> createPlan(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body NewPlanJson body) {
        return posts.once(request, caller, () -> {
            var plan = create.handle(caller.user(), body.toPlan());
            var location = URI.create("/api/v1/plans/" + plan.code().value());
            return HttpResponse.created(PlanJson.from(plan), location).header("ETag", Etags.of(plan.version()));
        });
    }

    @AdminOnly
    @Patch("/{code}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(
            operationId = "revisePlan",
            summary = "Change a plan (administrators)",
            description =
                    "What is left out stays. What the plan allows counts at once for all who have it; a new price, for each"
                            + " from the next period on. Its currency and billing cannot be changed. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The plan as it is now.",
            content = @Content(schema = @Schema(implementation = PlanJson.class)))
    HttpResponse<PlanJson> revisePlan(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The code.", example = "plus") @PathVariable String code,
            @Nullable @Header("If-Match") String ifMatch,
            @Body PlanChangesJson body) {
        var expected = Etags.required(ifMatch);
        return ok(revise.handle(new RevisePlan.Command(caller.user(), code(code), expected, body.toChanges())));
    }

    @AdminOnly
    @Post("/{code}/retire")
    @Operation(
            operationId = "retirePlan",
            summary = "Take a plan off offer (administrators)",
            description =
                    "Who has it keeps it, and it is renewed; nobody can begin it any more. The default plan cannot be retired."
                            + " Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The retired plan.",
            content = @Content(schema = @Schema(implementation = PlanJson.class)))
    HttpResponse<PlanJson> retirePlan(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The code.", example = "plus") @PathVariable String code,
            @Nullable @Header("If-Match") String ifMatch) {
        return ok(retire.handle(caller.user(), code(code), Etags.required(ifMatch)));
    }

    /** A code that cannot be one names nothing. */
    private static PlanCode code(String text) {
        try {
            return new PlanCode(text);
        } catch (Invalid noCode) {
            throw new NotFound("plan_not_found", "There is no such plan.");
        }
    }

    private static HttpResponse<PlanJson> ok(Plan plan) {
        return HttpResponse.ok(PlanJson.from(plan)).header("ETag", Etags.of(plan.version()));
    }
}
