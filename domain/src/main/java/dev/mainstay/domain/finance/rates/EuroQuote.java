package dev.mainstay.domain.finance.rates;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/**
 * A reference rate as the European Central Bank publishes it: how many units of a currency one euro was worth on a day.
 *
 * @param perEuro greater than zero, with at most {@value #DIGITS} digits before and {@value #SCALE} after the point
 */
public record EuroQuote(Currency currency, LocalDate day, BigDecimal perEuro) {

    public static final Currency EURO = Currency.getInstance("EUR");
    public static final int DIGITS = 12;
    public static final int SCALE = 12;

    /**
     * For how many days after its last quote a currency is still known, while others were quoted: long enough for a cell that
     * is missing, too short to go on with a currency that has ended. Days on which nothing at all was published do not count.
     */
    public static final int MISSED_DAYS = 7;

    private static final MathContext SIXTEEN_DIGITS = new MathContext(16, RoundingMode.HALF_EVEN);

    public EuroQuote {
        if (perEuro.signum() <= 0 || perEuro.scale() > SCALE || perEuro.precision() - perEuro.scale() > DIGITS) {
            throw new IllegalArgumentException("no rate of the euro: " + perEuro);
        }
    }

    /** The euro's own: 1, on any day. */
    public static EuroQuote ofEuro(LocalDate day) {
        return new EuroQuote(EURO, day, BigDecimal.ONE);
    }

    /**
     * The rate from this currency to the other through the euro, to sixteen digits, half to even.
     *
     * @param to a quote of the same day
     */
    public Rate to(EuroQuote to) {
        if (!day.equals(to.day)) {
            throw new IllegalArgumentException("quotes of two days make no rate");
        }
        BigDecimal value = perEuro.compareTo(BigDecimal.ONE) == 0
                ? to.perEuro
                : to.perEuro.divide(perEuro, SIXTEEN_DIGITS).stripTrailingZeros();
        return new Rate(currency, to.currency, day, value);
    }
}
