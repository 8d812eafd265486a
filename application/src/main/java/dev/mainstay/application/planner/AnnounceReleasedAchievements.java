package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.planner.AchievementsRedefined.AchievementsReleased;

/**
 * Run once at each start, after the migrations: what a release has brought the view does not show yet (G6). Nothing is written if it brought
 * nothing, for a write of a server that has just started waits until no other can serve hits of an earlier life of Redis.
 */
public final class AnnounceReleasedAchievements {

    private final Writes writes;
    private final Achievements achievements;

    public AnnounceReleasedAchievements(Writes writes, Achievements achievements) {
        this.writes = writes;
        this.achievements = achievements;
    }

    public void handle() {
        if (achievements.hasUnannounced()) {
            writes.perform(events -> {
                if (achievements.announce()) {
                    events.raise(new AchievementsReleased());
                }
            });
        }
    }
}
