package dev.mainstay.application.finance.rates;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.finance.rates.RatesImported;
import java.time.Duration;
import java.util.List;

/** The views of rates (F2). */
public final class RateViews {

    /** Of pairs in the order of their codes. */
    static final CachedView<RatePair, LatestRates> LATEST = CachedView.of(
                    KeyModule.FINANCE, "rate", "pair", RatePair::text, LatestRates.class)
            .ttl(Duration.ofHours(1))
            .invalidatedByEach(RatesImported.class, event -> RatePair.among(event.known()));

    private RateViews() {}

    public static List<CachedView<?, ?>> all() {
        return List.of(LATEST);
    }
}
