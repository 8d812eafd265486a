package dev.mainstay.domain.plans;

import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a subscription cost or gave back. Its amounts never change; it is paid, or refused and perhaps tried again.
 *
 * @param plan the plan that it is for
 * @param price the plan's price for a whole period
 * @param period the period that it is for or, with a change, that runs afterwards
 * @param at when it was made, and from when on it counts
 * @param method what it is paid by
 * @param attempt the number of the try, from 1
 * @param triedAt when the try began
 */
public record Charge(
        ChargeId id,
        SubscriptionId subscription,
        UserId owner,
        Purpose purpose,
        PlanCode plan,
        Price price,
        Period period,
        Instant at,
        Bill bill,
        PaymentMethod method,
        int attempt,
        Instant triedAt,
        Outcome outcome) {

    /** What is charged for; there is one charge for each period of a subscription, whatever happens at once or later. */
    public enum Purpose {
        /** The first period; if it is not paid, the subscription ends. */
        START,
        /** A period that follows another, or a trial. */
        RENEWAL,
        /** A change at once; it is made when it is paid. */
        CHANGE,
        /** What is given back at an end before the period's. */
        CANCELLATION
    }

    /** What has become of it. */
    public sealed interface Outcome {
        /** The provider was asked, or is about to be, and what it says is not known. */
        record Pending() implements Outcome {}

        /** Settled; the reference is the provider's, empty if there was nothing to pay. */
        record Paid(Instant at, Optional<String> reference) implements Outcome {}

        /** The provider declined the last try. */
        record Failed(Instant at, String why) implements Outcome {}
    }

    /** The name of an outcome, for clients. */
    public enum Status {
        PENDING,
        PAID,
        FAILED
    }

    /** For a change of the plan. */
    public static Charge forChange(ChargeId id, Subscription subscription, PlanChange change) {
        return of(
                id,
                subscription,
                Purpose.CHANGE,
                change.plan(),
                change.price(),
                change.period(),
                change.at(),
                change.bill());
    }

    /** For the subscription's period as it stands. */
    public static Charge forPeriod(ChargeId id, Subscription subscription, Purpose purpose, Bill bill, Instant at) {
        return of(
                id, subscription, purpose, subscription.plan(), subscription.price(), subscription.period(), at, bill);
    }

    /** Settled already if there is nothing to pay. */
    private static Charge of(
            ChargeId id,
            Subscription subscription,
            Purpose purpose,
            PlanCode plan,
            Price price,
            Period period,
            Instant at,
            Bill bill) {
        return new Charge(
                id,
                subscription.id(),
                subscription.owner(),
                purpose,
                plan,
                price,
                period,
                at,
                bill,
                subscription.method(),
                1,
                at,
                bill.due().isZero() ? new Outcome.Paid(at, Optional.empty()) : new Outcome.Pending());
    }

    /** What the provider knows this try by: however often it is sent, money is taken once. */
    public String key() {
        return id.value() + "-" + attempt;
    }

    public Status status() {
        return switch (outcome) {
            case Outcome.Pending pending -> Status.PENDING;
            case Outcome.Paid paid -> Status.PAID;
            case Outcome.Failed failed -> Status.FAILED;
        };
    }

    public boolean isPending() {
        return outcome instanceof Outcome.Pending;
    }

    public Charge settled(Outcome known) {
        return with(method, attempt, triedAt, known);
    }

    /** The next try. */
    public Charge again(PaymentMethod by, Instant now) {
        return with(by, attempt + 1, now, new Outcome.Pending());
    }

    private Charge with(PaymentMethod by, int number, Instant tried, Outcome changed) {
        return new Charge(id, subscription, owner, purpose, plan, price, period, at, bill, by, number, tried, changed);
    }
}
