package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.Achievement;
import java.util.List;

/** All definitions: the view {@code planner:achievements:global:all} (P4). */
public record AchievementList(List<Achievement> achievements) {
    public AchievementList {
        achievements = List.copyOf(achievements);
    }
}
