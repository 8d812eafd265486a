package dev.mainstay.domain.plans;

import dev.mainstay.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** What part of a period's price belongs to the rest of it: by exact time, half to even in the minor unit. */
final class Proration {

    private Proration() {}

    /** The part for the time from the instant to the period's end. What remains of the price is the part before, so none is lost. */
    static Money rest(Money price, Period period, Instant at) {
        var left = nanos(at, period.to());
        var whole = nanos(period.from(), period.to());
        var share = BigDecimal.valueOf(price.minorUnits()).multiply(left).divide(whole, 0, RoundingMode.HALF_EVEN);
        return new Money(share.longValueExact(), price.currency());
    }

    private static BigDecimal nanos(Instant from, Instant to) {
        var length = Duration.between(from, to);
        return BigDecimal.valueOf(length.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(length.getNano()));
    }
}
