package dev.mainstay.http.plans;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.plans.CancelSubscription;
import dev.mainstay.application.plans.ChangePaymentMethod;
import dev.mainstay.application.plans.ChangePlan;
import dev.mainstay.application.plans.KeepSubscription;
import dev.mainstay.application.plans.ScheduleChange;
import dev.mainstay.application.plans.WithdrawChange;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user's own subscription: changing and ending it (U11). */
@Tag(name = "Subscription")
@Controller(SubscriptionController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.plans", notEquals = "false")
final class SubscriptionChangesController {

    private final ChangePlan change;
    private final ScheduleChange schedule;
    private final WithdrawChange withdraw;
    private final CancelSubscription cancel;
    private final KeepSubscription keep;
    private final ChangePaymentMethod payBy;

    SubscriptionChangesController(
            ChangePlan change,
            ScheduleChange schedule,
            WithdrawChange withdraw,
            CancelSubscription cancel,
            KeepSubscription keep,
            ChangePaymentMethod payBy) {
        this.change = change;
        this.schedule = schedule;
        this.withdraw = withdraw;
        this.cancel = cancel;
        this.keep = keep;
        this.payBy = payBy;
    }

    @Post("/change")
    @Operation(
            operationId = "changePlan",
            summary = "Change the plan",
            description =
                    "NOW: the rest of the old price is set off against the rest of the new one by exact time, and with another"
                            + " billing a whole period begins; what is too much becomes credit. The change is made when it is paid: declined, the"
                            + " answer is 409 with code payment_declined and nothing has changed. PERIOD_END: the next period has the new plan."
                            + " A dry run shows all figures and stores nothing; send its at for exactly them. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The change, made or tried, with the subscription's ETag.",
            content = @Content(schema = @Schema(implementation = PlanChangeJson.class)))
    HttpResponse<PlanChangeJson> changePlan(
            @Parameter(hidden = true) Caller caller,
            @Nullable @Header("If-Match") String ifMatch,
            @Parameter(description = "Whether to show only what it would come to; false unless told.")
                    @Nullable
                    @QueryValue
                    Boolean dryRun,
            @Body ChangePlanJson body) {
        var expected = Etags.required(ifMatch);
        boolean dry = Boolean.TRUE.equals(dryRun);
        var json = switch (body.when()) {
            case NOW -> changeNow(caller, expected, body, dry);
            case PERIOD_END -> changeAtPeriodEnd(caller, expected, body, dry);
        };
        return HttpResponse.ok(json)
                .header(HttpHeaders.ETAG, json.subscription().etag());
    }

    private PlanChangeJson changeNow(Caller caller, Version expected, ChangePlanJson body, boolean dry) {
        var command = new ChangePlan.Command(
                caller.user(), expected, new PlanCode(body.plan()), Optional.ofNullable(body.at()));
        return PlanChangeJson.now(dry, dry ? change.preview(command) : change.handle(command));
    }

    private PlanChangeJson changeAtPeriodEnd(Caller caller, Version expected, ChangePlanJson body, boolean dry) {
        if (body.at() != null) {
            throw new Invalid("at", "not_with_period_end", "goes with NOW alone");
        }
        var command = new ScheduleChange.Command(caller.user(), expected, new PlanCode(body.plan()));
        var subscription = dry ? schedule.preview(command) : schedule.handle(command);
        return PlanChangeJson.atPeriodEnd(dry, body.plan(), subscription);
    }

    @Delete("/change")
    @Operation(
            operationId = "withdrawPlanChange",
            summary = "Take back a change that was to come with the next period",
            description = "Without one the answer is 409 with code no_scheduled_change. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The subscription keeps its plan.",
            content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
    HttpResponse<SubscriptionJson> withdrawPlanChange(
            @Parameter(hidden = true) Caller caller, @Nullable @Header("If-Match") String ifMatch) {
        return ok(withdraw.handle(caller.user(), Etags.required(ifMatch)));
    }

    @Post("/cancel")
    @Operation(
            operationId = "cancelSubscription",
            summary = "Cancel",
            description =
                    "PERIOD_END: the plan is had until the period ends, and until then it can be kept. NOW: it ends at once, and"
                            + " what was paid for the rest of the period becomes credit. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "It is cancelled, or has ended.",
            content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
    HttpResponse<SubscriptionJson> cancelSubscription(
            @Parameter(hidden = true) Caller caller,
            @Nullable @Header("If-Match") String ifMatch,
            @Body CancelJson body) {
        var expected = Etags.required(ifMatch);
        return ok(
                switch (body.when()) {
                    case NOW -> cancel.atOnce(caller.user(), expected);
                    case PERIOD_END -> cancel.withItsPeriod(caller.user(), expected);
                });
    }

    @Post("/keep")
    @Operation(
            operationId = "keepSubscription",
            summary = "Take a cancellation back",
            description = "As long as the period lasts. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "It goes on.",
            content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
    HttpResponse<SubscriptionJson> keepSubscription(
            @Parameter(hidden = true) Caller caller, @Nullable @Header("If-Match") String ifMatch) {
        return ok(keep.handle(caller.user(), Etags.required(ifMatch)));
    }

    @Put("/payment-method")
    @Operation(
            operationId = "changePaymentMethod",
            summary = "Pay by something else",
            description =
                    "Counts from the next charge on. A declined one is tried with it at once; if that is declined too, the answer"
                            + " is 409 with code payment_declined, and the payment method is stored. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "It is stored.",
            content = @Content(schema = @Schema(implementation = SubscriptionJson.class)))
    HttpResponse<SubscriptionJson> changePaymentMethod(
            @Parameter(hidden = true) Caller caller,
            @Nullable @Header("If-Match") String ifMatch,
            @Body PaymentMethodJson body) {
        return ok(payBy.handle(new ChangePaymentMethod.Command(
                caller.user(), Etags.required(ifMatch), new PaymentMethod(body.paymentMethod()))));
    }

    private static HttpResponse<SubscriptionJson> ok(Subscription subscription) {
        return HttpResponse.ok(SubscriptionJson.from(subscription))
                .header(HttpHeaders.ETAG, Etags.of(subscription.version()));
    }
}
