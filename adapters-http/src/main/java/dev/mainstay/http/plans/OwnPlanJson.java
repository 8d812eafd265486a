package dev.mainstay.http.plans;

import dev.mainstay.application.plans.SubscriptionCard;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan that counts for a user.
 *
 * @param plan the subscribed one, or the default plan
 * @param subscription absent with the default plan
 * @param paymentPending whether the outcome of a payment is not known yet; until then the subscription cannot be changed
 * @param credits what is set off against the next charge in that currency
 * @param limits every limit there is
 */
@Serdeable
@Schema(
        name = "OwnPlan",
        requiredProperties = {"plan", "paymentPending", "credits", "limits"})
record OwnPlanJson(
        PlanJson plan,
        @Nullable SubscriptionJson subscription,
        boolean paymentPending,
        List<MoneyJson> credits,
        List<LimitJson> limits) {

    /**
     * One limit.
     *
     * @param allowed how many there may be
     * @param used how many there are; absent if the feature that counts them is switched off
     */
    @Serdeable
    @Schema(
            name = "PlanLimit",
            requiredProperties = {"limit", "allowed"},
            example = """
                    {"limit":"FINANCE_ACCOUNTS","allowed":200,"used":3}""")
    record LimitJson(Limit limit, long allowed, @Nullable Long used) {}

    static OwnPlanJson from(SubscriptionCard card) {
        return new OwnPlanJson(
                PlanJson.from(card.inForce().plan()),
                card.subscription().map(SubscriptionJson::from).orElse(null),
                card.paymentPending(),
                card.credits().stream().map(MoneyJson::from).toList(),
                Arrays.stream(Limit.values())
                        .map(limit -> new LimitJson(
                                limit, card.inForce().limit(limit), card.used().get(limit)))
                        .toList());
    }
}
