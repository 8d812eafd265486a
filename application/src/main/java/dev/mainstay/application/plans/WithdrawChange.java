package dev.mainstay.application.plans;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.ChangeWithdrawn;

/** Takes back a change that was to come with the next period. */
public final class WithdrawChange {

    private final Writes writes;
    private final Subscriptions subscriptions;
    private final OwnSubscription own;

    public WithdrawChange(Writes writes, Subscriptions subscriptions, Charges charges) {
        this.writes = writes;
        this.subscriptions = subscriptions;
        this.own = new OwnSubscription(subscriptions, charges);
    }

    public Subscription handle(UserId owner, Version expected) {
        return writes.run(events -> {
            var changed = own.hold(owner, expected).withdrawChange();
            subscriptions.replace(changed, expected);
            events.raise(new ChangeWithdrawn(changed.id(), owner));
            return changed;
        });
    }
}
