package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.finance.ledger.BooksChanged;
import dev.mainstay.domain.identity.AccountChanged;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.util.List;

/** The views of summaries. */
public final class SummaryViews {

    /** Invalidated by whatever changes the books, names included, and by the profile, whose zone decides which month it is (F3). */
    static final CachedView<UserId, FinanceSummary> SUMMARY = CachedView.of(
                    KeyModule.FINANCE,
                    "summary",
                    "user",
                    (UserId user) -> user.value().toString(),
                    FinanceSummary.class)
            .ttl(Duration.ofMinutes(5))
            .goodUntil(FinanceSummary::goodUntil)
            .invalidatedBy(BooksChanged.class, BooksChanged::owner)
            .invalidatedBy(AccountChanged.class, AccountChanged::user);

    private SummaryViews() {}

    public static List<CachedView<?, ?>> all() {
        return List.of(SUMMARY);
    }
}
