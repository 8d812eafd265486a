package dev.mainstay.domain.finance.rates;

import dev.mainstay.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of a currency was worth in another.
 *
 * @param day the day on which it was quoted, which may lie before the day it was asked for
 * @param value how many units of {@code to} one unit of {@code from} is; greater than zero
 */
public record Rate(Currency from, Currency to, LocalDate day, BigDecimal value) {

    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate is greater than zero, was " + value);
        }
    }

    /**
     * That amount in the other currency, half to even.
     *
     * @throws dev.mainstay.domain.refusal.Invalid if it is more than an amount may be
     * @throws IllegalArgumentException if the amount is not in {@code from}
     */
    public Money convert(Money amount) {
        if (!amount.currency().equals(from)) {
            throw new IllegalArgumentException(amount + " is not in " + from);
        }
        return Money.rounded("amount", amount.decimal().multiply(value), to);
    }
}
