package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.refusal.QuotaExceeded;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Allows everybody everything, as often as a limit says by itself: for tests that are about something else. */
public class GenerousEntitlements implements Entitlements {

    @Override
    public boolean has(UserId user, Entitlement entitlement) {
        return true;
    }

    @Override
    public long limit(UserId user, Limit limit) {
        return limit.otherwise();
    }

    @Override
    public void requireRoom(UserId user, Limit limit, LongSupplier used) {
        if (used.getAsLong() >= limit.otherwise()) {
            throw new QuotaExceeded(
                    limit.refusalCode(), "There may be " + limit.otherwise() + " at most.", Duration.ofHours(1));
        }
    }
}
