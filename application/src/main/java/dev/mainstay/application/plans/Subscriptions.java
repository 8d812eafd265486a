package dev.mainstay.application.plans;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionId;
import java.time.Instant;
import java.util.Optional;

/** All subscriptions; at most one of each user's is live, and the store itself sees to it (U11). */
public interface Subscriptions {

    /** The order of {@link #history}. */
    String NEWEST_FIRST = "subscription-started";

    /**
     * Adds a subscription that has just begun.
     *
     * @throws dev.mainstay.domain.refusal.Conflict {@code subscription_exists} if the owner has a live one
     */
    void add(Subscription subscription);

    /** The user's live subscription, if there is one. */
    Optional<Subscription> live(UserId owner);

    /** As {@link #live}, locked until the transaction ends; waits for whoever holds it. */
    Optional<Subscription> holdLive(UserId owner);

    /** Any subscription, live or not, locked until the transaction ends; empty if it went with its owner. */
    Optional<Subscription> hold(SubscriptionId id);

    /**
     * One of the user's, live or not.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none with this id, or it is another's
     */
    Subscription get(SubscriptionId id, UserId owner);

    /** All of the user's, the latest begun first. */
    Page<Subscription> history(UserId owner, PageRequest page);

    /**
     * Stores the next state of a subscription.
     *
     * @throws dev.mainstay.domain.refusal.Stale if it is not at the expected version any more
     */
    void replace(Subscription changed, Version expected);

    /**
     * The subscription that is due longest, locked until the transaction ends. Those that another transaction holds and those with a
     * pending charge are left out.
     */
    Optional<Subscription> claimDue(Instant now);

    /** Whether the user has had the plan's trial. */
    boolean hadTrial(UserId owner, PlanCode plan);

    /** Notes that the user has the plan's trial; false if they had it before. */
    boolean takeTrial(UserId owner, PlanCode plan, Instant now);
}
