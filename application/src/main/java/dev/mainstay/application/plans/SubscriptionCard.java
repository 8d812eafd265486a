package dev.mainstay.application.plans;

import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user's plan as they see it.
 *
 * @param subscription empty with the default plan
 * @param paymentPending whether the outcome of a payment is not known yet
 * @param credits what the user has too much, in each currency
 * @param used how much of each limit is used, as far as a feature counts it
 */
public record SubscriptionCard(
        Optional<Subscription> subscription,
        PlanInForce inForce,
        boolean paymentPending,
        List<Money> credits,
        Map<Limit, Long> used) {}
