package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The rate at which a transaction turned money of one currency into another, kept with it for ever.
 *
 * @param value how many units of {@code to} one unit of {@code from} was worth: greater than zero, at most {@value #DIGITS} digits before
 *     and after the point, without zeros at its end
 * @param day of which day the rate is
 */
public record AppliedRate(Currency from, Currency to, BigDecimal value, LocalDate day, Source source) {

    public static final int DIGITS = 30;

    /** Who said so. */
    public enum Source {
        /** The owner, by giving the rate or both amounts. */
        GIVEN,
        /** The reference rates of the European Central Bank. */
        ECB
    }

    public AppliedRate {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        value = value.scale() < 0 && value.scale() > -DIGITS ? value.setScale(0) : value;
        if (value.signum() <= 0 || value.scale() > DIGITS || value.precision() - value.scale() > DIGITS) {
            throw new Invalid(
                    "rate",
                    "out_of_range",
                    "must be greater than zero, with at most " + DIGITS + " digits before and after the point");
        }
        if (from.equals(to)) {
            throw new Invalid("rate", "same_currency", "must be between two currencies");
        }
    }
}
