package dev.mainstay.application.finance.rates;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.rates.Rate;
import dev.mainstay.domain.refusal.Conflict;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/**
 * Rates between any two currencies, as facts; those between two others than the euro go through the euro, by quotes of one day.
 * Writes ask here, never a view (G10).
 */
public interface ExchangeRates {

    /**
     * The latest rate on or before a day. Weekends, holidays and whatever was not imported are bridged, however long; a currency
     * that is missing while others are quoted is known for
     * {@value dev.mainstay.domain.finance.rates.EuroQuote#MISSED_DAYS} more days.
     *
     * @return empty if the day lies before the first quote of one of the two, or after the end of one; 1 on that very day from a
     *     currency to itself
     */
    Optional<Rate> find(Currency from, Currency to, LocalDate day);

    /**
     * As {@link #find}, for whom there must be one.
     *
     * @throws Conflict {@code rate_unknown}, naming the pair and the day
     */
    default Rate onOrBefore(Currency from, Currency to, LocalDate day) {
        return find(from, to, day)
                .orElseThrow(() -> new Conflict(
                        "rate_unknown",
                        "There is no rate from %s to %s on or before %s; give one yourself."
                                .formatted(from.getCurrencyCode(), to.getCurrencyCode(), day)));
    }

    /**
     * The rates of the days on which both were quoted, latest first, by a cursor of the order {@value #LATEST_FIRST}.
     *
     * @param first the first day, included
     * @param last the last day, included
     */
    Page<Rate> history(Currency from, Currency to, LocalDate first, LocalDate last, PageRequest page);

    /** The order of {@link #history}. */
    String LATEST_FIRST = "day";
}
