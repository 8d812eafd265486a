package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Limit;

/** How much of a limit a user has used; contributed by the feature that counts, for the user to see. No decision reads it. */
public interface LimitUse {

    Limit limit();

    /** How many there are of the user's. */
    long of(UserId user);
}
