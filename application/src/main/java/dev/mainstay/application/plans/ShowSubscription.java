package dev.mainstay.application.plans;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionId;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a user their plan and what it has cost, from the facts. */
public final class ShowSubscription {

    private final Subscriptions subscriptions;
    private final Charges charges;
    private final PlansInForce plans;
    private final List<LimitUse> uses;
    private final InstantSource clock;

    public ShowSubscription(
            Subscriptions subscriptions,
            Charges charges,
            PlansInForce plans,
            List<LimitUse> uses,
            InstantSource clock) {
        this.subscriptions = subscriptions;
        this.charges = charges;
        this.plans = plans;
        this.uses = List.copyOf(uses);
        this.clock = clock;
    }

    public SubscriptionCard of(UserId user) {
        var live = subscriptions.live(user);
        return new SubscriptionCard(
                live,
                plans.of(user, clock.instant()),
                live.map(Subscription::id).filter(charges::hasPending).isPresent(),
                charges.credits(user),
                uses.stream().collect(Collectors.toMap(LimitUse::limit, use -> use.of(user))));
    }

    public Subscription one(SubscriptionId id, UserId user) {
        return subscriptions.get(id, user);
    }

    public Page<Subscription> history(UserId user, PageRequest page) {
        return subscriptions.history(user, page);
    }

    public Page<Charge> charges(UserId user, PageRequest page) {
        return charges.page(user, page);
    }
}
