package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.AchievementRevised;

/** Changes what an achievement says or asks for; awards that were given stay (P4). */
public final class ReviseAchievement {

    /** The administrator, and what is to stand there instead. */
    public record Command(
            UserId by, AchievementCode code, Version expected, String title, String description, long threshold) {}

    private final Writes writes;
    private final Achievements achievements;

    public ReviseAchievement(Writes writes, Achievements achievements) {
        this.writes = writes;
        this.achievements = achievements;
    }

    public Achievement handle(Command command) {
        return writes.run(events -> {
            var before = achievements.get(command.code());
            var after = before.revise(command.title(), command.description(), command.threshold());
            achievements.replace(after, command.expected());
            events.raise(new AchievementRevised(command.by(), before, after));
            return after;
        });
    }
}
