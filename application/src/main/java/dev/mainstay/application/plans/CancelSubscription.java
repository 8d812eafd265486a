package dev.mainstay.application.plans;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Standing.Reason;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionCancelled;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionEnded;
import java.time.InstantSource;

/**
 * Ends a subscription at once or with its period (U11). What was paid for the time after an end at once becomes credit; with its period
 * it is had to the last moment, and nothing is given back.
 */
public final class CancelSubscription {

    private final Writes writes;
    private final Subscriptions subscriptions;
    private final OwnSubscription own;
    private final ChargeBook book;
    private final InstantSource clock;

    public CancelSubscription(
            Writes writes, Subscriptions subscriptions, Charges charges, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.subscriptions = subscriptions;
        this.own = new OwnSubscription(subscriptions, charges);
        this.book = new ChargeBook(charges, ids);
        this.clock = clock;
    }

    public Subscription withItsPeriod(UserId owner, Version expected) {
        return writes.run(events -> {
            var cancelled = own.holdSettled(owner, expected).cancel(clock.instant());
            subscriptions.replace(cancelled, expected);
            events.raise(new SubscriptionCancelled(
                    cancelled.id(), owner, cancelled.period().to()));
            return cancelled;
        });
    }

    public Subscription atOnce(UserId owner, Version expected) {
        return writes.run(events -> {
            var now = clock.instant();
            var subscription = own.holdSettled(owner, expected);
            book.forEnd(subscription, now, events);
            var ended = subscription.end(now, Reason.CANCELLED);
            subscriptions.replace(ended, expected);
            events.raise(new SubscriptionEnded(ended.id(), owner, ended.plan(), Reason.CANCELLED));
            return ended;
        });
    }
}
