package dev.mainstay.application.home;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.finance.budgets.BudgetChanged;
import dev.mainstay.domain.finance.ledger.BooksChanged;
import dev.mainstay.domain.home.HomeLayoutChanged;
import dev.mainstay.domain.identity.AccountChanged;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.AchievementAwarded;
import dev.mainstay.domain.planner.FocusChanged;
import dev.mainstay.domain.planner.TaskChanged;
import java.time.Duration;
import java.util.List;

/** The views of the home page. */
public final class HomeViews {

    /** Invalidated by whatever shows on it, the profile's time zone too, for it decides what "today" is (W1). */
    public static final CachedView<UserId, Home> HOME = CachedView.of(
                    KeyModule.WIDGETS,
                    "home",
                    "user",
                    (UserId user) -> user.value().toString(),
                    Home.class)
            .ttl(Duration.ofMinutes(5))
            .goodUntil(Home::goodUntil)
            .staleWhileDatabaseIsAway()
            .invalidatedBy(TaskChanged.class, TaskChanged::owner)
            .invalidatedBy(FocusChanged.class, FocusChanged::owner)
            .invalidatedBy(AchievementAwarded.class, AchievementAwarded::owner)
            .invalidatedBy(BooksChanged.class, BooksChanged::owner)
            .invalidatedBy(BudgetChanged.class, BudgetChanged::owner)
            .invalidatedBy(HomeLayoutChanged.class, HomeLayoutChanged::owner)
            .invalidatedBy(AccountChanged.class, AccountChanged::user);

    private HomeViews() {}

    public static List<CachedView<?, ?>> all() {
        return List.of(HOME);
    }
}
