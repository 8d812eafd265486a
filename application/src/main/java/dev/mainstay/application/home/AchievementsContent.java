package dev.mainstay.application.home;

import dev.mainstay.domain.planner.Award;
import java.util.List;

/**
 * What the user achieved lately. Awards go by their codes: titles are the same for everybody and come from the list of achievements,
 * so that changing one changes no user's home page.
 *
 * @param total how many awards the user has
 */
public record AchievementsContent(int total, List<Award> latest) implements KeptContent {
    public AchievementsContent {
        latest = List.copyOf(latest);
    }
}
