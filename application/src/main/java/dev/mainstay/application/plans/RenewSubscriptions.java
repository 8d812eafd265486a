package dev.mainstay.application.plans;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.Standing;
import dev.mainstay.domain.plans.Standing.Reason;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionEnded;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionRenewed;
import dev.mainstay.domain.plans.SubscriptionChanged.TrialEnded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job that carries subscriptions on (U11): into the next period, out of a trial, to their end, to another try at a declined charge. It
 * may run on every instance at once: each subscription is held while it is carried on, and the store takes one charge for a period.
 */
public final class RenewSubscriptions {

    private static final Logger log = LoggerFactory.getLogger(RenewSubscriptions.class);

    /** Longer than any provider takes to answer: who asked has died, and is taken over from. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);

    private static final int AT_ONCE = 100;

    /** One was carried on; perhaps there is something to pay. */
    private record Step(Optional<ChargeId> toPay) {}

    private final Writes writes;
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final Charges charges;
    private final SettleCharges settle;
    private final ChargeBook book;
    private final InstantSource clock;

    public RenewSubscriptions(
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
        this.charges = charges;
        this.settle = settle;
        this.book = new ChargeBook(charges, ids);
        this.clock = clock;
    }

    /** Does all that is due; one that is several periods behind is carried through each of them. Returns how many steps there were. */
    public int handle() {
        charges.pendingSince(clock.instant().minus(ANSWERED_WITHIN), AT_ONCE).forEach(this::settle);
        int steps = 0;
        for (var step = step(); step.isPresent(); step = step()) {
            step.get().toPay().ifPresent(this::settle);
            steps++;
        }
        if (steps > 0) {
            log.info("subscriptions_carried_on steps={}", steps);
        }
        return steps;
    }

    /** A charge that cannot be settled stays pending and keeps no other from it. */
    private void settle(ChargeId charge) {
        try {
            settle.handle(charge);
        } catch (RuntimeException unknown) {
            log.warn("payment_outcome_unknown charge={}", charge.value(), unknown);
        }
    }

    private Optional<Step> step() {
        return writes.run(events -> {
            var now = clock.instant();
            return subscriptions.claimDue(now).map(due -> new Step(carryOn(due, now, events)));
        });
    }

    private Optional<ChargeId> carryOn(Subscription due, Instant now, Events events) {
        return switch (due.standing()) {
            case Standing.Trialing trialing -> {
                var begun = renewed(due);
                events.raise(new TrialEnded(
                        due.id(), due.owner(), begun.plan(), begun.period().from()));
                yield toPay(begun, now, events);
            }
            case Standing.Active active -> {
                var renewed = renewed(due);
                events.raise(new SubscriptionRenewed(due.id(), due.owner(), renewed.plan(), renewed.period()));
                yield toPay(renewed, now, events);
            }
            case Standing.PastDue unpaid ->
                Optional.of(Retry.of(due, charges, now).id());
            case Standing.Cancelled cancelled -> {
                subscriptions.replace(due.end(due.period().to(), Reason.CANCELLED), due.version());
                events.raise(new SubscriptionEnded(due.id(), due.owner(), due.plan(), Reason.CANCELLED));
                yield Optional.empty();
            }
            case Standing.Ended ended -> throw new IllegalStateException("an ended subscription is never due");
        };
    }

    private Subscription renewed(Subscription due) {
        var renewed = due.renew(plans.get(due.next().orElse(due.plan())));
        subscriptions.replace(renewed, due.version());
        return renewed;
    }

    private Optional<ChargeId> toPay(Subscription renewed, Instant now, Events events) {
        return Optional.of(book.forPeriod(renewed, Purpose.RENEWAL, now, events))
                .filter(Charge::isPending)
                .map(Charge::id);
    }
}
