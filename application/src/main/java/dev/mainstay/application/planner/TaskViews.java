package dev.mainstay.application.planner;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskChanged;
import java.time.Duration;
import java.util.List;

/** The views of tasks (G20). */
public final class TaskViews {

    /** The projects and labels a user has, which every task list asks for to offer them. */
    static final CachedView<UserId, TaskFacets> FACETS = CachedView.of(
                    KeyModule.PLANNER,
                    "facets",
                    "user",
                    (UserId user) -> user.value().toString(),
                    TaskFacets.class)
            .ttl(Duration.ofHours(1))
            .staleWhileDatabaseIsAway()
            .invalidatedBy(TaskChanged.class, TaskChanged::owner);

    private TaskViews() {}

    public static List<CachedView<?, ?>> all() {
        return List.of(FACETS);
    }
}
