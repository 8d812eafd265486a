package dev.mainstay.application.plans;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionKept;
import java.time.InstantSource;

/** Takes a cancellation back before the period ends (U11). */
public final class KeepSubscription {

    private final Writes writes;
    private final Subscriptions subscriptions;
    private final OwnSubscription own;
    private final InstantSource clock;

    public KeepSubscription(Writes writes, Subscriptions subscriptions, Charges charges, InstantSource clock) {
        this.writes = writes;
        this.subscriptions = subscriptions;
        this.own = new OwnSubscription(subscriptions, charges);
        this.clock = clock;
    }

    public Subscription handle(UserId owner, Version expected) {
        return writes.run(events -> {
            var kept = own.hold(owner, expected).keep(clock.instant());
            subscriptions.replace(kept, expected);
            events.raise(new SubscriptionKept(kept.id(), owner));
            return kept;
        });
    }
}
