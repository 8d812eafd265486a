package dev.mainstay.application.plans;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Standing;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Subscriptions without a database, and which plan is in force by them. */
public final class InMemorySubscriptions implements Subscriptions, PlansInForce {

    private record Trial(UserId owner, PlanCode plan) {}

    private final InMemoryTransactions transactions;
    private final InMemoryTable<SubscriptionId, Subscription> rows;
    private final InMemoryTable<Trial, Instant> trials;
    private final Plans plans;
    private final Charges charges;

    public InMemorySubscriptions(InMemoryTransactions transactions, Plans plans, Charges charges) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
        this.trials = new InMemoryTable<>(transactions);
        this.plans = plans;
        this.charges = charges;
    }

    @Override
    public void add(Subscription subscription) {
        if (live(subscription.owner()).isPresent()) {
            throw new Conflict("subscription_exists", "There is a subscription already; change its plan.");
        }
        rows.put(subscription.id(), subscription);
    }

    @Override
    public Optional<Subscription> live(UserId owner) {
        return rows.stream()
                .filter(Subscription::isLive)
                .filter(each -> each.owner().equals(owner))
                .findAny();
    }

    @Override
    public Optional<Subscription> holdLive(UserId owner) {
        transactions.requireActive();
        return live(owner);
    }

    @Override
    public Optional<Subscription> hold(SubscriptionId id) {
        transactions.requireActive();
        return rows.find(id);
    }

    @Override
    public Subscription get(SubscriptionId id, UserId owner) {
        return rows.find(id)
                .filter(each -> each.owner().equals(owner))
                .orElseThrow(() -> new NotFound("subscription_not_found", "There is no such subscription."));
    }

    @Override
    public Page<Subscription> history(UserId owner, PageRequest page) {
        Comparator<Subscription> oldestFirst = Comparator.comparing(Subscription::startedAt)
                .thenComparing(each -> each.id().value().toString());
        Cursor after = page.after();
        var all = rows.stream()
                .filter(each -> each.owner().equals(owner))
                .sorted(oldestFirst.reversed())
                .dropWhile(each -> after != null && !position(each).equals(after))
                .skip(after == null ? 0 : 1)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(all, page.limit(), InMemorySubscriptions::position);
    }

    private static Cursor position(Subscription row) {
        return new Cursor(
                NEWEST_FIRST,
                List.of(row.startedAt().toString(), row.id().value().toString()));
    }

    @Override
    public void replace(Subscription changed, Version expected) {
        if (!rows.find(changed.id()).orElseThrow().version().equals(expected)) {
            throw new Stale("stale", "The subscription was changed in the meantime; read it again.");
        }
        rows.put(changed.id(), changed);
    }

    @Override
    public Optional<Subscription> claimDue(Instant now) {
        transactions.requireActive();
        return rows.stream()
                .filter(each -> each.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .filter(each -> !charges.hasPending(each.id()))
                .min(Comparator.comparing(each -> each.dueAt().orElseThrow()));
    }

    @Override
    public boolean hadTrial(UserId owner, PlanCode plan) {
        return trials.find(new Trial(owner, plan)).isPresent();
    }

    @Override
    public boolean takeTrial(UserId owner, PlanCode plan, Instant now) {
        boolean first = !hadTrial(owner, plan);
        if (first) {
            trials.put(new Trial(owner, plan), now);
        }
        return first;
    }

    @Override
    public PlanInForce of(UserId user, Instant now) {
        Plan otherwise = plans.get(PlanCode.DEFAULT);
        return new PlanInForce(
                live(user)
                        .filter(each -> !(each.standing() instanceof Standing.Cancelled)
                                || now.isBefore(each.period().to()))
                        .map(each -> plans.get(each.plan()))
                        .orElse(otherwise),
                otherwise);
    }

    /** Transactions take turns as it is. */
    @Override
    public void takeTurn(UserId user, Limit limit) {
        transactions.requireActive();
    }
}
