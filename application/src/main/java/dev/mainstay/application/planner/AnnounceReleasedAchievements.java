package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.planner.AchievementsRedefined.AchievementsReleased;

/** Run once at the start, after the migrations: a release may bring definitions that the view does not show yet (G6). */
public final class AnnounceReleasedAchievements {

    private final Writes writes;

    public AnnounceReleasedAchievements(Writes writes) {
        this.writes = writes;
    }

    public void handle() {
        writes.perform(events -> events.raise(new AchievementsReleased()));
    }
}
