package dev.mainstay.application.plans;

import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Plan;

/**
 * What a user has at a moment.
 *
 * @param plan the subscribed one, or the default plan
 * @param otherwise the default plan, which fills what the other's limits leave open
 */
public record PlanInForce(Plan plan, Plan otherwise) {

    public boolean has(Entitlement entitlement) {
        return plan.allowance().has(entitlement);
    }

    public long limit(Limit limit) {
        return plan.allowance().limit(limit, otherwise.allowance());
    }
}
