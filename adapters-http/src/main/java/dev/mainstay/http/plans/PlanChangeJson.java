package dev.mainstay.http.plans;

import dev.mainstay.application.plans.ChangePlan.Changed;
import dev.mainstay.domain.plans.Subscription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of plan, made or tried.
 *
 * @param dryRun whether nothing was stored
 * @param plan the code of the new plan
 * @param at when it counts from
 * @param bill what it comes to; absent with PERIOD_END, for the next period is charged when it begins
 * @param subscription as it is now
 */
@Serdeable
@Schema(
        name = "PlanChange",
        requiredProperties = {"dryRun", "when", "plan", "at", "subscription"})
record PlanChangeJson(
        boolean dryRun,
        When when,
        String plan,
        Instant at,
        @Nullable BillJson bill,
        SubscriptionJson subscription) {

    static PlanChangeJson now(boolean dryRun, Changed changed) {
        return new PlanChangeJson(
                dryRun,
                When.NOW,
                changed.change().plan().value(),
                changed.change().at(),
                BillJson.from(changed.change().bill()),
                SubscriptionJson.from(changed.subscription()));
    }

    static PlanChangeJson atPeriodEnd(boolean dryRun, String plan, Subscription subscription) {
        return new PlanChangeJson(
                dryRun, When.PERIOD_END, plan, subscription.period().to(), null, SubscriptionJson.from(subscription));
    }
}
