package dev.mainstay.domain.plans;

import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;

/**
 * What a plan costs.
 *
 * @param amount for each period; never negative
 */
public record Price(Money amount, Billing billing) {

    public Price {
        if (amount.sign() < 0 || amount.minorUnits() > Money.MOST) {
            throw new Invalid(
                    "price.amount", "out_of_range", "must be 0 to " + new Money(Money.MOST, amount.currency()));
        }
    }

    /** The same at another amount of the same currency. */
    Price at(Money changed) {
        if (!changed.currency().equals(amount.currency())) {
            throw new Invalid("price.currency", "fixed", "must stay " + amount.currency() + "; make another plan");
        }
        return new Price(changed, billing);
    }
}
