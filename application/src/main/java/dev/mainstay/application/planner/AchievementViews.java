package dev.mainstay.application.planner;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.planner.AchievementsRedefined;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** The views of achievements. */
public final class AchievementViews {

    /** There is one list for everybody. */
    static final String EVERYBODY = "all";

    public static final CachedView<String, AchievementList> ACHIEVEMENTS = CachedView.of(
                    KeyModule.PLANNER, "achievements", "global", Function.identity(), AchievementList.class)
            .ttl(Duration.ofHours(1))
            .staleWhileDatabaseIsAway()
            .invalidatedBy(AchievementsRedefined.class, event -> EVERYBODY);

    private AchievementViews() {}

    public static List<CachedView<?, ?>> all() {
        return List.of(ACHIEVEMENTS);
    }
}
