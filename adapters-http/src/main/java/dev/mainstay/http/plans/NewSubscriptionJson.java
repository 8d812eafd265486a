package dev.mainstay.http.plans;

import dev.mainstay.application.plans.Subscribe;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.PlanCode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What to subscribe to.
 *
 * @param plan the code of a plan on offer
 * @param paymentMethod what the provider of payments knows the means of paying by
 */
@Serdeable
@Schema(
        name = "NewSubscription",
        requiredProperties = {"plan", "paymentMethod"},
        example = """
                {"plan":"plus","paymentMethod":"pm_4711"}""")
record NewSubscriptionJson(
        String plan, @Schema(minLength = 1, maxLength = 255) String paymentMethod) {

    Subscribe.Command to(UserId owner) {
        return new Subscribe.Command(owner, new PlanCode(plan), new PaymentMethod(paymentMethod));
    }
}
