package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.money.Money;

/**
 * How much an account holds.
 *
 * @param posted the sum of its posted postings
 * @param pending the sum of its pending ones, of the same currency
 */
public record Balance(Money posted, Money pending) {

    /** What there will be when all that is pending is posted. */
    public Money available() {
        return posted.plus(pending);
    }
}
