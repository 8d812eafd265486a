package dev.mainstay.application.home;

import dev.mainstay.application.planner.Awards;
import dev.mainstay.domain.home.WidgetName;
import java.time.Instant;

/** The latest awards. */
public final class AchievementsWidget implements Widget.Kept {

    private static final int LATEST = 3;

    private final Awards awards;

    public AchievementsWidget(Awards awards) {
        this.awards = awards;
    }

    @Override
    public WidgetName name() {
        return WidgetName.ACHIEVEMENTS;
    }

    @Override
    public Loaded load(HomeMoment moment) {
        var all = awards.of(moment.user());
        return new Loaded(
                new AchievementsContent(all.size(), all.stream().limit(LATEST).toList()), Instant.MAX);
    }
}
