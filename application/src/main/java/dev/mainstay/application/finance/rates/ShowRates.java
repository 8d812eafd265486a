package dev.mainstay.application.finance.rates;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.finance.rates.LatestRates.Quoted;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.rates.Rate;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Shows rates: the latest of a pair from the view, those of a day and the history from the facts (F2). */
public final class ShowRates {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** After every day of which there can be a rate. */
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final ViewCache views;
    private final ExchangeRates rates;

    public ShowRates(ViewCache views, ExchangeRates rates) {
        this.views = views;
        this.rates = rates;
    }

    /**
     * The latest rate that there is.
     *
     * @throws NotFound {@code rate_not_found} if there is none, or one of the two currencies has ended
     */
    public Cached<Rate> latest(RatePair pair) {
        return views.read(RateViews.LATEST, pair.sorted(), this::load)
                .map(latest -> latest.of(pair)
                        .orElseThrow(() -> new NotFound(
                                "rate_not_found",
                                "There is no current rate of %s; of a currency that has ended, ask for a day."
                                        .formatted(pair.text()))));
    }

    private LatestRates load(RatePair pair) {
        return new LatestRates(
                rates.find(pair.from(), pair.to(), LATEST).map(Quoted::of),
                rates.find(pair.to(), pair.from(), LATEST).map(Quoted::of));
    }

    /**
     * The rate of a day.
     *
     * @throws NotFound {@code rate_not_found} if none is known then
     */
    public Rate on(RatePair pair, LocalDate day) {
        return rates.find(pair.from(), pair.to(), checked("day", day))
                .orElseThrow(() -> new NotFound(
                        "rate_not_found", "There is no rate of %s on or before %s.".formatted(pair.text(), day)));
    }

    /**
     * The rates of a pair from one day to another, both included, latest first.
     *
     * @param from null for the first that is known
     * @param to null for the last
     */
    public Page<Rate> history(RatePair pair, @Nullable LocalDate from, @Nullable LocalDate to, PageRequest page) {
        return rates.history(
                pair.from(),
                pair.to(),
                from == null ? EARLIEST : checked("from", from),
                to == null ? LATEST : checked("to", to),
                page);
    }

    private static LocalDate checked(String field, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new Invalid(field, "out_of_range", "must be a day of the years 1900 to 9999");
        }
        return day;
    }
}
