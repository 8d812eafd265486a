package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Standing;
import dev.mainstay.domain.plans.Standing.Reason;
import dev.mainstay.domain.plans.Standing.State;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.http.money.MoneyJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param etag to be sent as If-Match with a change
 * @param plan the code of the plan
 * @param price of the current period, whatever the plan costs by now
 * @param nextPlan the plan from the next period on; absent if it stays
 * @param retryAt when a declined payment is tried again; absent unless the state is PAST_DUE
 * @param cancelledAt when it was cancelled; absent unless the state is CANCELLED, when it ends with its period
 * @param endedAt absent until it has ended
 * @param endReason why it has ended
 */
@Serdeable
@Schema(
        name = "Subscription",
        requiredProperties = {"id", "etag", "state", "plan", "price", "billing", "startedAt", "period"},
        example = """
                {"id":"01890a5d-ac96-774b-bcce-b302099a8057","etag":"\\"v1\\"","state":"ACTIVE","plan":"plus",\
                "price":{"amount":"10.00","currency":"EUR"},"billing":"MONTH","startedAt":"2026-01-31T12:00:00Z",\
                "period":{"number":1,"from":"2026-01-31T12:00:00Z","to":"2026-02-28T12:00:00Z"}}""")
record SubscriptionJson(
        UUID id,
        String etag,
        State state,
        String plan,
        MoneyJson price,
        Billing billing,
        Instant startedAt,
        PeriodJson period,
        @Nullable String nextPlan,
        @Nullable Instant retryAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant endedAt,
        @Nullable Reason endReason) {

    static SubscriptionJson from(Subscription subscription) {
        var standing = subscription.standing();
        return new SubscriptionJson(
                subscription.id().value(),
                Etags.of(subscription.version()),
                standing.state(),
                subscription.plan().value(),
                MoneyJson.from(subscription.price().amount()),
                subscription.price().billing(),
                subscription.startedAt(),
                PeriodJson.from(subscription.period()),
                subscription.next().map(PlanCode::value).orElse(null),
                standing instanceof Standing.PastDue due ? due.retryAt() : null,
                standing instanceof Standing.Cancelled cancelled ? cancelled.at() : null,
                standing instanceof Standing.Ended ended ? ended.at() : null,
                standing instanceof Standing.Ended ended ? ended.reason() : null);
    }
}
