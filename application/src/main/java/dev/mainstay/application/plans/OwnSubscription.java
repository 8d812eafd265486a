package dev.mainstay.application.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;

/** The live subscription of a user who has seen its present version. */
final class OwnSubscription {

    private final Subscriptions subscriptions;
    private final Charges charges;

    OwnSubscription(Subscriptions subscriptions, Charges charges) {
        this.subscriptions = subscriptions;
        this.charges = charges;
    }

    /** Held until the transaction ends. */
    Subscription hold(UserId owner, Version expected) {
        var subscription = subscriptions.holdLive(owner).orElseThrow(OwnSubscription::none);
        if (!subscription.version().equals(expected)) {
            throw new Stale("stale", "The subscription was changed in the meantime; read it again.");
        }
        return subscription;
    }

    /** As {@link #hold}, with no payment under way whose outcome would decide what it is. */
    Subscription holdSettled(UserId owner, Version expected) {
        var subscription = hold(owner, expected);
        if (charges.hasPending(subscription.id())) {
            throw new Conflict("payment_pending", "A payment is under way; try again when its outcome is known.");
        }
        return subscription;
    }

    static NotFound none() {
        return new NotFound("no_subscription", "There is no subscription; the default plan needs none.");
    }
}
