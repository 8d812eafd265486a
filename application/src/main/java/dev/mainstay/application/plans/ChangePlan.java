package dev.mainstay.application.plans;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanChange;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.PlanChanged;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Changes the plan at once (U11): the rest of the old price is set off against that of the new one. The change is made when what it
 * costs is paid; declined, everything stays as it was.
 */
public final class ChangePlan {

    /** How long the figures of a dry run may be held to. */
    private static final Duration FIGURES_LAST = Duration.ofMinutes(15);

    /**
     * What to change to, and the version its owner has seen.
     *
     * @param at the moment to reckon from, as a dry run said it, for the very same figures; empty: now
     */
    public record Command(UserId owner, Version expected, PlanCode plan, Optional<Instant> at) {}

    /** What a change comes to, and the subscription it was made to, or would be. */
    public record Changed(PlanChange change, Subscription subscription) {}

    private record Opened(PlanChange change, Charge charge) {}

    private final Writes writes;
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final OwnSubscription own;
    private final ChargeBook book;
    private final SettleCharges settle;
    private final InstantSource clock;

    public ChangePlan(
            Writes writes,
            Plans plans,
            Subscriptions subscriptions,
            Charges charges,
            SettleCharges settle,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.own = new OwnSubscription(subscriptions, charges);
        this.book = new ChargeBook(charges, ids);
        this.settle = settle;
        this.clock = clock;
    }

    /** What it would come to; nothing is stored. */
    public Changed preview(Command command) {
        return writes.run(events -> {
            var subscription = own.holdSettled(command.owner(), command.expected());
            return new Changed(change(subscription, command), subscription);
        });
    }

    /**
     * Makes the change. Not inside a transaction.
     *
     * @throws dev.mainstay.domain.refusal.Conflict {@code payment_declined}: nothing has changed
     * @throws dev.mainstay.domain.refusal.Unavailable if the outcome of the payment is not known; once it is, the change is made or not
     */
    public Changed handle(Command command) {
        var opened = writes.run(events -> open(command, events));
        settle.requirePaid(opened.charge().id());
        return new Changed(opened.change(), subscriptions.get(opened.charge().subscription(), command.owner()));
    }

    private Opened open(Command command, Events events) {
        var subscription = own.holdSettled(command.owner(), command.expected());
        var change = change(subscription, command);
        var charge = book.forChange(subscription, change, events);
        if (change.period().isTrial()) {
            subscriptions.takeTrial(command.owner(), change.plan(), change.at());
        }
        if (!charge.isPending()) {
            var changed = subscription.changed(change.plan(), change.price(), change.at(), change.period());
            subscriptions.replace(changed, subscription.version());
            events.raise(new PlanChanged(subscription.id(), subscription.owner(), subscription.plan(), change.plan()));
        }
        return new Opened(change, charge);
    }

    private PlanChange change(Subscription subscription, Command command) {
        Plan plan = plans.get(command.plan());
        boolean mayTry = plan.trialDays() > 0 && !subscriptions.hadTrial(command.owner(), plan.code());
        return subscription.change(
                plan, moment(subscription, command), mayTry, book.credit(command.owner(), plan.price()));
    }

    private Instant moment(Subscription subscription, Command command) {
        Instant now = clock.instant();
        Instant earliest = now.minus(FIGURES_LAST);
        command.at().ifPresent(at -> {
            if (at.isAfter(now) || at.isBefore(earliest) || at.isBefore(subscription.pricedFrom())) {
                throw new Invalid("at", "out_of_range", "must be of a dry run at most 15 minutes ago; run it again");
            }
        });
        return command.at().orElse(now);
    }
}
