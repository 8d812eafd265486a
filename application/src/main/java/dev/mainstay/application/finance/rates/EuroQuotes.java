package dev.mainstay.application.finance.rates;

import dev.mainstay.domain.finance.rates.EuroQuote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Set;

/**
 * The stored quotes against the euro, at most one for each currency and day. The euro's own stand among them, one for each day on
 * which anything was published, so that they say which days those are.
 */
public interface EuroQuotes {

    /** Imports are made one after the other: waits until no other transaction is importing. */
    void takeTurns();

    /**
     * What is stored of those days.
     *
     * @param first the first day, included
     * @param last the last day, included
     */
    Map<LocalDate, Map<Currency, BigDecimal>> between(LocalDate first, LocalDate last);

    /** Stores quotes, each in place of what there was of its currency and day. */
    void storeAll(Collection<EuroQuote> quotes);

    /** Every currency that there is a quote of. */
    Set<Currency> known();
}
