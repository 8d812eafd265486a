package dev.mainstay.domain.finance.summaries;

import dev.mainstay.domain.money.Money;
import java.util.Currency;

/**
 * What went in and what went out, in one currency.
 *
 * @param in income, less what was taken back of it
 * @param out expenses as a positive amount, less what came back
 */
public record Turnover(Money in, Money out) {

    public Turnover {
        if (!in.currency().equals(out.currency())) {
            throw new IllegalArgumentException(in + " and " + out + " differ in currency");
        }
    }

    public static Turnover none(Currency currency) {
        return new Turnover(Money.zero(currency), Money.zero(currency));
    }

    public Currency currency() {
        return in.currency();
    }

    public Money net() {
        return in.minus(out);
    }

    public Turnover plus(Turnover other) {
        return new Turnover(in.plus(other.in), out.plus(other.out));
    }
}
