package dev.mainstay.application.finance.rates;

import dev.mainstay.domain.finance.rates.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The latest rate of a pair, both ways; what the view of a pair holds.
 *
 * @param forth from the currency whose code comes first; empty if there is none, or one of the two has ended
 * @param back the other way round
 */
public record LatestRates(Optional<Quoted> forth, Optional<Quoted> back) {

    /** A rate and the day it is of. */
    public record Quoted(LocalDate day, BigDecimal value) {
        static Quoted of(Rate rate) {
            return new Quoted(rate.day(), rate.value());
        }
    }

    Optional<Rate> of(RatePair pair) {
        return (pair.inOrder() ? forth : back)
                .map(quoted -> new Rate(pair.from(), pair.to(), quoted.day(), quoted.value()));
    }
}
