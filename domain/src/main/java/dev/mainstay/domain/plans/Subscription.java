package dev.mainstay.domain.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Standing.Active;
import dev.mainstay.domain.plans.Standing.Cancelled;
import dev.mainstay.domain.plans.Standing.Ended;
import dev.mainstay.domain.plans.Standing.PastDue;
import dev.mainstay.domain.plans.Standing.Reason;
import dev.mainstay.domain.plans.Standing.Trialing;
import dev.mainstay.domain.refusal.Conflict;
import java.time.Instant;
import java.util.Optional;

/**
 * A subscription's life (U11): it begins with a trial or a paid period, is renewed period by period at the price that its plan has then,
 * and may change its plan, at once or with the next period. It ends at once or with its period when it is cancelled, and some days
 * after a payment was declined that nobody makes good.
 *
 * @param price the price of the current period, whatever the plan costs by now
 * @param pricedFrom since when it has that plan at that price; a change cannot be reckoned from before
 * @param next the plan from the next period on, if it is to be another
 */
public record Subscription(
        SubscriptionId id,
        UserId owner,
        Version version,
        Instant startedAt,
        PaymentMethod method,
        PlanCode plan,
        Price price,
        Instant pricedFrom,
        Period period,
        Optional<PlanCode> next,
        Standing standing) {

    /** Begins with the plan's trial or, without, with a paid period. */
    public static Subscription start(
            SubscriptionId id, UserId owner, PaymentMethod method, Plan plan, boolean trial, Instant at) {
        plan.requireOnOffer();
        var period = trial
                ? Period.trial(at, plan.trialDays())
                : Period.first(1, at, plan.price().billing());
        return new Subscription(
                id,
                owner,
                Version.FIRST,
                at,
                method,
                plan.code(),
                plan.price(),
                at,
                period,
                Optional.empty(),
                trial ? new Trialing() : new Active());
    }

    public boolean isLive() {
        return !(standing instanceof Ended);
    }

    public boolean isTrialing() {
        return standing instanceof Trialing;
    }

    /** When something is to be done about it without anybody's asking; empty if never again. */
    public Optional<Instant> dueAt() {
        return switch (standing) {
            case Trialing trialing -> Optional.of(period.to());
            case Active active -> Optional.of(period.to());
            case PastDue due -> Optional.of(due.retryAt());
            case Cancelled cancelled -> Optional.of(period.to());
            case Ended ended -> Optional.empty();
        };
    }

    /** What the period that begins with it costs. */
    public Bill billForPeriod(Money credit) {
        return Bill.of(price.amount(), Money.zero(credit.currency()), credit);
    }

    /**
     * What a change to that plan, made at that instant, comes to. With the same billing the period goes on and its rest is charged; with
     * another a whole period begins. A trial goes on until it ends if the user may try the other plan too; else the first paid period
     * begins.
     *
     * @param mayTry whether the user may try the other plan
     * @param credit the user's, in the currency of the other plan
     * @throws Conflict if the subscription or the plan is in no state for it
     */
    public PlanChange change(Plan to, Instant at, boolean mayTry, Money credit) {
        requireSteady();
        requireOther(to);
        if (!period.contains(at)) {
            throw new Conflict(
                    "renewal_due", "The period is over and the next is about to begin; try again in a minute.");
        }
        if (isTrialing() && mayTry) {
            return new PlanChange(
                    to.code(),
                    to.price(),
                    at,
                    period,
                    Bill.nothing(to.price().amount().currency()));
        }
        if (isTrialing()) {
            var none = Money.zero(credit.currency());
            return changeWithNewPeriod(to, at, none, credit);
        }
        if (!to.price().amount().currency().equals(price.amount().currency())) {
            throw new Conflict(
                    "other_currency",
                    "The plan is paid in another currency, so the rest of the period cannot be set off; change at its end.");
        }
        var unused = Proration.rest(price.amount(), period, at);
        if (to.price().billing() != price.billing()) {
            return changeWithNewPeriod(to, at, unused, credit);
        }
        var rest = Proration.rest(to.price().amount(), period, at);
        return new PlanChange(to.code(), to.price(), at, period, Bill.of(rest, unused, credit));
    }

    private PlanChange changeWithNewPeriod(Plan to, Instant at, Money unused, Money credit) {
        var begun = Period.first(period.number() + 1, at, to.price().billing());
        return new PlanChange(
                to.code(), to.price(), at, begun, Bill.of(to.price().amount(), unused, credit));
    }

    /** The change made, once it is paid. What was to change with the next period is forgotten. */
    public Subscription changed(PlanCode to, Price newPrice, Instant at, Period newPeriod) {
        return new Subscription(
                id,
                owner,
                version.next(),
                startedAt,
                method,
                to,
                newPrice,
                at,
                newPeriod,
                Optional.empty(),
                newPeriod.isTrial() ? new Trialing() : new Active());
    }

    /** Has another plan from the next period on. */
    public Subscription schedule(Plan to) {
        requireSteady();
        requireOther(to);
        return with(Optional.of(to.code()), standing);
    }

    public Subscription withdrawChange() {
        if (next.isEmpty()) {
            throw new Conflict("no_scheduled_change", "No change is planned, or it has been made already.");
        }
        return with(Optional.empty(), standing);
    }

    /** Lets it end with its period; a change that was to come with the next is forgotten. */
    public Subscription cancel(Instant now) {
        requireSteady();
        return with(Optional.empty(), new Cancelled(now));
    }

    /** What is left of the current period's price if it ends now; nothing if that was never paid. */
    public Bill billForEnd(Instant now) {
        var none = Money.zero(price.amount().currency());
        boolean paid = !period.isTrial() && !(standing instanceof PastDue) && period.contains(now);
        return Bill.of(none, paid ? Proration.rest(price.amount(), period, now) : none, none);
    }

    public Subscription end(Instant now, Reason reason) {
        if (standing instanceof Ended) {
            throw ended();
        }
        return with(Optional.empty(), new Ended(now, reason));
    }

    /** Takes the cancellation back, as long as the period lasts. */
    public Subscription keep(Instant now) {
        if (!(standing instanceof Cancelled)) {
            throw new Conflict("subscription_not_cancelled", "The subscription is not about to end.");
        }
        if (!now.isBefore(period.to())) {
            throw ended();
        }
        return with(next, period.isTrial() ? new Trialing() : new Active());
    }

    /**
     * In the next period, at the price that its plan has now.
     *
     * @param plan the plan that is {@link #next}, or else the present one
     */
    public Subscription renew(Plan plan) {
        var begun = period.next(price.billing(), plan.price().billing());
        return new Subscription(
                id,
                owner,
                version.next(),
                startedAt,
                method,
                plan.code(),
                plan.price(),
                begun.from(),
                begun,
                Optional.empty(),
                new Active());
    }

    /** After the charge for its period was paid. */
    public Subscription paid() {
        return standing instanceof PastDue ? with(next, new Active()) : this;
    }

    /** After the charge for its period was declined. */
    public Subscription declined(Instant now) {
        var since = standing instanceof PastDue due ? due.since() : now;
        return PastDue.after(since, now).map(due -> with(next, due)).orElseGet(() -> end(now, Reason.PAYMENT_FAILED));
    }

    public Subscription payBy(PaymentMethod other) {
        if (standing instanceof Ended) {
            throw ended();
        }
        return new Subscription(
                id, owner, version.next(), startedAt, other, plan, price, pricedFrom, period, next, standing);
    }

    private Subscription with(Optional<PlanCode> newNext, Standing newStanding) {
        return new Subscription(
                id, owner, version.next(), startedAt, method, plan, price, pricedFrom, period, newNext, newStanding);
    }

    private void requireOther(Plan to) {
        to.requireOnOffer();
        if (to.code().equals(plan)) {
            throw new Conflict("same_plan", "The subscription has that plan already.");
        }
    }

    private void requireSteady() {
        switch (standing) {
            case Trialing trialing -> {}
            case Active active -> {}
            case PastDue due ->
                throw new Conflict(
                        "subscription_past_due",
                        "The last payment was declined; give another payment method, or cancel at once.");
            case Cancelled cancelled ->
                throw new Conflict("subscription_cancelled", "The subscription ends with its period; keep it first.");
            case Ended over -> throw ended();
        }
    }

    private static Conflict ended() {
        return new Conflict("subscription_ended", "The subscription has ended; subscribe anew.");
    }
}
