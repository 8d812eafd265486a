package dev.mainstay.domain.money;

import dev.mainstay.domain.refusal.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * An amount of one currency, counted in its minor unit: 1234 is 12.34 EUR, 1234 JPY and 1.234 KWD (ISO 4217). Negative amounts
 * are as good as others. Sums may pass {@link #MOST}, amounts that people type may not.
 *
 * @param minorUnits how many minor units
 */
public record Money(long minorUnits, Currency currency) {

    /** The greatest amount that one posting may have, in minor units: fifteen digits. Nine thousand of them fit into a sum. */
    public static final long MOST = 999_999_999_999_999L;

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,30}(?:\\.([0-9]{1,30}))?");

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * The amount as people and JSON write it: {@code -1234.50}, a plain decimal of at most as many digits after the point as the
     * currency has.
     *
     * @param field the path of the field that holds the amount
     * @throws Invalid if it is no plain decimal, more precise than the currency, or beyond {@link #MOST}
     */
    public static Money parse(String field, String amount, Currency currency) {
        var shape = PLAIN.matcher(amount);
        if (!shape.matches()) {
            throw new Invalid(field, "not_an_amount", "must be a plain decimal such as 12.34 or -5");
        }
        return exactly(field, new BigDecimal(amount), currency);
    }

    /**
     * That amount, exactly.
     *
     * @throws Invalid as {@link #parse}
     */
    public static Money exactly(String field, BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        if (amount.scale() > digits) {
            throw new Invalid(
                    field,
                    "too_precise",
                    "must have at most " + digits + " digits after the point, for " + currency.getCurrencyCode());
        }
        var minor = amount.movePointRight(digits);
        if (minor.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw outOfRange(field, currency);
        }
        return new Money(minor.longValueExact(), currency);
    }

    /**
     * The amount nearest to that, half to even.
     *
     * @throws Invalid if it is beyond {@link #MOST}
     */
    public static Money rounded(String field, BigDecimal amount, Currency currency) {
        var rounded = amount.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
        return exactly(field, rounded, currency);
    }

    /**
     * The sum.
     *
     * @throws Invalid if it is beyond what can be counted in 64 bits
     * @throws IllegalArgumentException if the currencies differ
     */
    public Money plus(Money other) {
        requireSame(other);
        try {
            return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
        } catch (ArithmeticException overflow) {
            throw outOfRange("amount", currency);
        }
    }

    /** As {@link #plus}, of the other's opposite. */
    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        try {
            return new Money(Math.negateExact(minorUnits), currency);
        } catch (ArithmeticException overflow) {
            throw outOfRange("amount", currency);
        }
    }

    /** -1, 0 or 1. */
    public int sign() {
        return Long.signum(minorUnits);
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    /** The amount with exactly as many digits after the point as the currency has. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** As {@code 12.34 EUR}. */
    @Override
    public String toString() {
        return decimal().toPlainString() + ' ' + currency.getCurrencyCode();
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " is not " + other.currency);
        }
    }

    private static Invalid outOfRange(String field, Currency currency) {
        return new Invalid(
                field,
                "out_of_range",
                "must be at most " + new Money(MOST, currency)
                        + " either way; sums may reach nine thousand times that");
    }
}
