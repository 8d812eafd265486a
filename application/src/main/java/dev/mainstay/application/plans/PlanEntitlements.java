package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.refusal.QuotaExceeded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** What the plan in force allows, read anew each time. */
public final class PlanEntitlements implements Entitlements {

    /** Room comes by deleting something or by another plan; asking again sooner is of no use. */
    private static final Duration NO_SOONER_THAN = Duration.ofHours(1);

    private final PlansInForce plans;
    private final InstantSource clock;

    public PlanEntitlements(PlansInForce plans, InstantSource clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public boolean has(UserId user, Entitlement entitlement) {
        return plans.of(user, clock.instant()).has(entitlement);
    }

    @Override
    public long limit(UserId user, Limit limit) {
        return plans.of(user, clock.instant()).limit(limit);
    }

    @Override
    public void requireRoom(UserId user, Limit limit, LongSupplier used) {
        plans.takeTurn(user, limit);
        long most = limit(user, limit);
        if (used.getAsLong() >= most) {
            throw new QuotaExceeded(
                    limit.refusalCode(),
                    "Your plan allows " + most + " of " + limit + " and all are used; see /api/v1/plans.",
                    NO_SOONER_THAN);
        }
    }
}
