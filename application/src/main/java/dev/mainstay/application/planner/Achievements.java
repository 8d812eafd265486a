package dev.mainstay.application.planner;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.AchievementCode;
import java.util.List;

/** The definitions of what can be achieved, the same for everybody (P4). */
public interface Achievements {

    /** All of them, by measure and then by threshold. */
    List<Achievement> all();

    /**
     * One of them.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none with this code
     */
    Achievement get(AchievementCode code);

    /**
     * Stores a changed definition.
     *
     * @throws dev.mainstay.domain.refusal.Stale if it is not at the expected version any more
     */
    void replace(Achievement changed, Version expected);

    /** Whether a release has brought definitions that nobody was told of. */
    boolean hasUnannounced();

    /** Notes that everybody is told of all there are; whether there were any that nobody was told of. */
    boolean announce();
}
