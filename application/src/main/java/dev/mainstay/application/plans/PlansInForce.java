package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Limit;
import java.time.Instant;

/** Which plan counts for whom. */
public interface PlansInForce {

    /** The plan of the user's live subscription, else the default plan. One that was cancelled counts until its period ends. */
    PlanInForce of(UserId user, Instant now);

    /** Holds the user's turn for the limit until the transaction ends; others who ask for it wait. */
    void takeTurn(UserId user, Limit limit);
}
