package dev.mainstay.application.plans;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.Standing.PastDue;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.PaymentMethodChanged;
import java.time.InstantSource;
import java.util.Optional;

/** Has later charges paid by something else, and at once the one that was declined, if there is one. */
public final class ChangePaymentMethod {

    /** What to pay by from now on, and the version its owner has seen. */
    public record Command(UserId owner, Version expected, PaymentMethod method) {}

    private final Writes writes;
    private final Subscriptions subscriptions;
    private final Charges charges;
    private final SettleCharges settle;
    private final OwnSubscription own;
    private final InstantSource clock;

    public ChangePaymentMethod(
            Writes writes, Subscriptions subscriptions, Charges charges, SettleCharges settle, InstantSource clock) {
        this.writes = writes;
        this.subscriptions = subscriptions;
        this.charges = charges;
        this.settle = settle;
        this.own = new OwnSubscription(subscriptions, charges);
        this.clock = clock;
    }

    /**
     * Stores it and tries what was declined. Not inside a transaction.
     *
     * @throws dev.mainstay.domain.refusal.Conflict {@code payment_declined}: it is stored, and will be tried again in time
     */
    public Subscription handle(Command command) {
        record Stored(Subscription subscription, Optional<ChargeId> tried) {}
        var stored = writes.run(events -> {
            var changed = own.hold(command.owner(), command.expected()).payBy(command.method());
            subscriptions.replace(changed, command.expected());
            events.raise(new PaymentMethodChanged(changed.id(), changed.owner()));
            return new Stored(changed, tryAgain(changed));
        });
        stored.tried().ifPresent(settle::requirePaid);
        return subscriptions.get(stored.subscription().id(), command.owner());
    }

    private Optional<ChargeId> tryAgain(Subscription subscription) {
        return subscription.standing() instanceof PastDue && !charges.hasPending(subscription.id())
                ? Optional.of(Retry.of(subscription, charges, clock.instant()).id())
                : Optional.empty();
    }
}
