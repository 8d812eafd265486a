package dev.mainstay.application.planner;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusChanged;
import dev.mainstay.domain.planner.FocusPlan;
import dev.mainstay.domain.planner.FocusSession;
import java.time.Duration;
import java.util.List;

/** The views of focus sessions. */
public final class FocusViews {

    /** Lies until the planned end and the grace after it (P2). */
    public static final CachedView<UserId, FocusNow> FOCUS = CachedView.of(
                    KeyModule.PLANNER,
                    "focus",
                    "user",
                    (UserId user) -> user.value().toString(),
                    FocusNow.class)
            .ttl(Duration.ofMinutes(FocusPlan.MAX_MINUTES).plus(FocusSession.GRACE))
            .goodUntil(FocusNow::goodUntil)
            .invalidatedBy(FocusChanged.class, FocusChanged::owner);

    private FocusViews() {}

    public static List<CachedView<?, ?>> all() {
        return List.of(FOCUS);
    }
}
