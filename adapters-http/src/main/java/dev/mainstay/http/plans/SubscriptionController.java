package dev.mainstay.http.plans;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.plans.Charges;
import dev.mainstay.application.plans.SettleCharges;
import dev.mainstay.application.plans.ShowSubscription;
import dev.mainstay.application.plans.Subscribe;
import dev.mainstay.application.plans.Subscriptions;
import dev.mainstay.domain.plans.SubscriptionId;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's own subscription: beginning it and seeing it (U11). */
@Tag(
        name = "Subscription",
        description =
                "The plan that one has, what it allows and costs. One subscription at a time; without one, the default plan.")
@Controller("/api/v1/subscription")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.plans", notEquals = "false")
final class SubscriptionController {

    static final String PATH = "/api/v1/subscription";

    private final Subscribe subscribe;
    private final SettleCharges settle;
    private final ShowSubscription show;
    private final IdempotentPosts posts;
    private final Cursors cursors;

    SubscriptionController(
            Subscribe subscribe, SettleCharges settle, ShowSubscription show, IdempotentPosts posts, Cursors cursors) {
        this.subscribe = subscribe;
        this.settle = settle;
        this.show = show;
        this.posts = posts;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            operationId = "showOwnPlan",
            summary = "Show one's plan and subscription",
            description =
                    "With what the plan allows and how much of it is used. The ETag is there with a subscription. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The plan that counts now.",
            content = @Content(schema = @Schema(implementation = OwnPlanJson.class)))
    HttpResponse<OwnPlanJson> showOwnPlan(@Parameter(hidden = true) Caller caller) {
        var card = show.of(caller.user());
        var json = OwnPlanJson.from(card);
        var answer = HttpResponse.ok(json);
        card.subscription()
                .ifPresent(subscription -> answer.header(HttpHeaders.ETAG, Etags.of(subscription.version(), json)));
        return answer;
    }

    @Post
    @Operation(
            operationId = "subscribe",
            summary = "Subscribe",
            description =
                    "Begins with the plan's trial if the user has not had it, else with a period that is paid at once. With a"
                            + " subscription the answer is 409 with code subscription_exists; if the payment is declined, payment_declined, and"
                            + " the subscription has ended; if its outcome is not known yet, 503, and it is found out. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "It has begun.",
            content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
    HttpResponse<?> subscribe(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body NewSubscriptionJson body) {
        var answer = posts.once(request, caller, () -> {
            var begun = subscribe.handle(body.to(caller.user()));
            return HttpResponse.created(
                            SubscriptionJson.from(begun),
                            URI.create(PATH + '/' + begun.id().value()))
                    .header(HttpHeaders.ETAG, Etags.of(begun.version()));
        });
        // Outside the transaction that the answer is stored in, and so with a repeated request too.
        settle.ofStart(begunBy(answer));
        return answer;
    }

    private static SubscriptionId begunBy(HttpResponse<?> answer) {
        String location = Objects.requireNonNull(answer.getHeaders().get(HttpHeaders.LOCATION));
        return new SubscriptionId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
    }

    @Get("/history")
    @Operation(
            operationId = "listSubscriptions",
            summary = "List subscriptions",
            description = "Ended ones too, the latest begun first. Data: facts.")
    PageJson<SubscriptionJson> listSubscriptions(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "How many, 1 to 200; 50 unless told.") @Nullable @QueryValue Integer limit,
            @Parameter(description = "Where to go on, from next.") @Nullable @QueryValue String cursor) {
        var page = cursors.request(limit, cursor, Subscriptions.NEWEST_FIRST);
        return cursors.json(show.history(caller.user(), page), SubscriptionJson::from);
    }

    @Get("/charges")
    @Operation(
            operationId = "listCharges",
            summary = "List charges",
            description = "What subscriptions cost and gave back, the latest first. Data: facts.")
    PageJson<ChargeJson> listCharges(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "How many, 1 to 200; 50 unless told.") @Nullable @QueryValue Integer limit,
            @Parameter(description = "Where to go on, from next.") @Nullable @QueryValue String cursor) {
        var page = cursors.request(limit, cursor, Charges.NEWEST_FIRST);
        return cursors.json(show.charges(caller.user(), page), ChargeJson::from);
    }

    @Get("/{id}")
    @Operation(
            operationId = "showSubscription",
            summary = "Show one subscription",
            description = "One of the user's, ended or not. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The subscription, with its ETag.",
            content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
    HttpResponse<SubscriptionJson> showSubscription(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The id of the subscription.") @PathVariable UUID id) {
        var subscription = show.one(new SubscriptionId(id), caller.user());
        return HttpResponse.ok(SubscriptionJson.from(subscription))
                .header(HttpHeaders.ETAG, Etags.of(subscription.version()));
    }
}
