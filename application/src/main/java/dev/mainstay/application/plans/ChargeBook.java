package dev.mainstay.application.plans;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Events;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Bill;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.PlanChange;
import dev.mainstay.domain.plans.Price;
import dev.mainstay.domain.plans.Subscription;
import dev.mainstay.domain.plans.SubscriptionChanged.ChargePaid;
import java.time.Instant;

/** Writes down what is charged, before anybody is asked to pay it. The subscription is held or new, so its user's credit stands still. */
final class ChargeBook {

    private final Charges charges;
    private final Ids ids;

    ChargeBook(Charges charges, Ids ids) {
        this.charges = charges;
        this.ids = ids;
    }

    Money credit(UserId owner, Price price) {
        return charges.credit(owner, price.amount().currency());
    }

    /** For the period that the subscription is in. */
    Charge forPeriod(Subscription subscription, Purpose purpose, Instant now, Events events) {
        var credit = credit(subscription.owner(), subscription.price());
        return add(subscription, purpose, subscription.billForPeriod(credit), now, events);
    }

    /** What is given back when the subscription ends before its period does. */
    void forEnd(Subscription subscription, Instant now, Events events) {
        var bill = subscription.billForEnd(now);
        if (!bill.toCredit().isZero()) {
            add(subscription, Purpose.CANCELLATION, bill, now, events);
        }
    }

    private Charge add(Subscription subscription, Purpose purpose, Bill bill, Instant now, Events events) {
        return add(Charge.forPeriod(new ChargeId(ids.next()), subscription, purpose, bill, now), events);
    }

    Charge forChange(Subscription subscription, PlanChange change, Events events) {
        return add(Charge.forChange(new ChargeId(ids.next()), subscription, change), events);
    }

    private Charge add(Charge charge, Events events) {
        charges.add(charge);
        if (!charge.isPending()) {
            events.raise(new ChargePaid(
                    charge.subscription(),
                    charge.owner(),
                    charge.id(),
                    charge.bill().due()));
        }
        return charge;
    }
}
