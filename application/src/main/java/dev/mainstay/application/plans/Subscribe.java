package dev.mainstay.application.plans;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.PaymentMethod;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.SubscriptionStarted;
import dev.mainstay.domain.plans.SubscriptionId;
import java.time.InstantSource;

/**
 * Begins a subscription; a user has one at a time (U11). A plan's trial is had once by each user, whatever becomes of it. Without a
 * trial there is a pending charge afterwards, which {@link SettleCharges#ofStart} has paid.
 */
public final class Subscribe {

    /** Who wants which plan, and pays by what. */
    public record Command(UserId owner, PlanCode plan, PaymentMethod method) {}

    private final Writes writes;
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final ChargeBook book;
    private final Ids ids;
    private final InstantSource clock;

    public Subscribe(
            Writes writes, Plans plans, Subscriptions subscriptions, Charges charges, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.book = new ChargeBook(charges, ids);
        this.ids = ids;
        this.clock = clock;
    }

    public Subscription handle(Command command) {
        return writes.run(events -> {
            var now = clock.instant();
            var plan = plans.get(command.plan());
            plan.requireOnOffer();
            boolean trial = plan.trialDays() > 0 && subscriptions.takeTrial(command.owner(), plan.code(), now);
            var begun = Subscription.start(
                    new SubscriptionId(ids.next()), command.owner(), command.method(), plan, trial, now);
            subscriptions.add(begun);
            events.raise(new SubscriptionStarted(begun.id(), begun.owner(), begun.plan(), trial));
            if (!trial) {
                book.forPeriod(begun, Purpose.START, now, events);
            }
            return begun;
        });
    }
}
