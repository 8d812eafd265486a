package dev.mainstay.application.plans;

import dev.mainstay.application.plans.Payments.Answer;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Outcome;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.Standing;
import dev.mainstay.domain.plans.Standing.Reason;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.ChargeFailed;
import dev.mainstay.domain.plans.SubscriptionChanged.ChargePaid;
import dev.mainstay.domain.plans.SubscriptionChanged.PlanChanged;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionEnded;
import dev.mainstay.domain.plans.SubscriptionId;
import dev.mainstay.domain.refusal.Conflict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Has pending charges paid and writes down what became of them. A charge is stored as pending before the provider is asked, and the
 * provider is asked while no transaction is open; whoever dies in between leaves it pending, and it is asked again with the same key.
 */
public final class SettleCharges {

    private final Transactions transactions;
    private final Writes writes;
    private final Subscriptions subscriptions;
    private final Charges charges;
    private final Payments payments;
    private final InstantSource clock;

    public SettleCharges(
            Transactions transactions,
            Writes writes,
            Subscriptions subscriptions,
            Charges charges,
            Payments payments,
            InstantSource clock) {
        this.transactions = transactions;
        this.writes = writes;
        this.subscriptions = subscriptions;
        this.charges = charges;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Has the charge with which a subscription began paid. A subscription that began with a trial has none.
     *
     * @throws Conflict {@code payment_declined} if it was declined, now or before; the subscription has ended
     * @throws dev.mainstay.domain.refusal.Unavailable if the outcome is not known yet
     */
    public void ofStart(SubscriptionId subscription) {
        charges.ofPeriod(subscription, 1)
                .filter(charge -> charge.purpose() == Charge.Purpose.START)
                .ifPresent(charge -> requirePaid(charge.id()));
    }

    /** As {@link #ofStart}, for any charge. */
    void requirePaid(ChargeId id) {
        handle(id).filter(charge -> charge.outcome() instanceof Outcome.Failed).ifPresent(failed -> {
            throw new Conflict("payment_declined", "The payment was declined; try another payment method.");
        });
    }

    /**
     * Has a charge paid, if it is pending.
     *
     * @return the charge as it is now; empty if it went with its owner
     * @throws dev.mainstay.domain.refusal.Unavailable if the outcome is not known yet
     */
    Optional<Charge> handle(ChargeId id) {
        if (transactions.active()) {
            throw new IllegalStateException("the provider must not be waited for inside a transaction");
        }
        var found = charges.find(id);
        if (found.filter(Charge::isPending).isEmpty()) {
            return found;
        }
        Charge charge = found.get();
        Answer answer = payments.charge(new Payments.Order(
                charge.key(),
                charge.owner(),
                charge.method(),
                charge.bill().due(),
                charge.plan().value()));
        return writes.run(events -> record(charge, answer, events));
    }

    /** Whoever holds the subscription is alone with its charges; a try whose outcome another has written stays as that says. */
    private Optional<Charge> record(Charge tried, Answer answer, Events events) {
        var subscription = subscriptions.hold(tried.subscription());
        var stored = charges.find(tried.id());
        if (subscription.isEmpty() || stored.isEmpty() || !stored.get().equals(tried)) {
            return stored;
        }
        var now = clock.instant();
        Charge settled = tried.settled(outcome(answer, now));
        charges.replace(settled);
        switch (answer) {
            case Answer.Paid paid -> paid(subscription.get(), settled, events);
            case Answer.Declined declined -> declined(subscription.get(), settled, now, events);
        }
        return Optional.of(settled);
    }

    private static Outcome outcome(Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Paid paid -> new Outcome.Paid(now, Optional.of(paid.reference()));
            case Answer.Declined declined -> new Outcome.Failed(now, declined.why());
        };
    }

    private void paid(Subscription subscription, Charge charge, Events events) {
        events.raise(new ChargePaid(
                subscription.id(),
                subscription.owner(),
                charge.id(),
                charge.bill().due()));
        switch (charge.purpose()) {
            case CHANGE -> {
                replace(
                        subscription,
                        subscription.changed(charge.plan(), charge.price(), charge.at(), charge.period()));
                events.raise(
                        new PlanChanged(subscription.id(), subscription.owner(), subscription.plan(), charge.plan()));
            }
            case START, RENEWAL, CANCELLATION -> replace(subscription, subscription.paid());
        }
    }

    private void declined(Subscription subscription, Charge charge, Instant now, Events events) {
        events.raise(new ChargeFailed(
                subscription.id(),
                subscription.owner(),
                charge.id(),
                charge.bill().due(),
                charge.attempt()));
        switch (charge.purpose()) {
            case START -> unpaid(subscription, subscription.end(now, Reason.PAYMENT_FAILED), events);
            case RENEWAL -> unpaid(subscription, subscription.declined(now), events);
            case CHANGE, CANCELLATION -> {}
        }
    }

    private void unpaid(Subscription before, Subscription after, Events events) {
        replace(before, after);
        if (after.standing() instanceof Standing.Ended ended) {
            events.raise(new SubscriptionEnded(after.id(), after.owner(), after.plan(), ended.reason()));
        }
    }

    private void replace(Subscription before, Subscription after) {
        if (!after.equals(before)) {
            subscriptions.replace(after, before.version());
        }
    }
}
