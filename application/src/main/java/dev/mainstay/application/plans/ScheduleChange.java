package dev.mainstay.application.plans;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.ChangeScheduled;

/** Has the plan changed with the next period (U11). The change comes at the price of that day, even if the plan is retired by then. */
public final class ScheduleChange {

    /** What to change to, and the version its owner has seen. */
    public record Command(UserId owner, Version expected, PlanCode plan) {}

    private final Writes writes;
    private final Plans plans;
    private final Subscriptions subscriptions;
    private final OwnSubscription own;

    public ScheduleChange(Writes writes, Plans plans, Subscriptions subscriptions, Charges charges) {
        this.writes = writes;
        this.plans = plans;
        this.subscriptions = subscriptions;
        this.own = new OwnSubscription(subscriptions, charges);
    }

    public Subscription handle(Command command) {
        return writes.run(events -> {
            var scheduled = scheduled(command);
            subscriptions.replace(scheduled, command.expected());
            events.raise(new ChangeScheduled(scheduled.id(), scheduled.owner(), command.plan()));
            return scheduled;
        });
    }

    /** What it would come to; nothing is stored. */
    public Subscription preview(Command command) {
        return writes.run(events -> scheduled(command));
    }

    private Subscription scheduled(Command command) {
        return own.holdSettled(command.owner(), command.expected()).schedule(plans.get(command.plan()));
    }
}
