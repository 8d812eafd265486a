package dev.mainstay.http.planner;

import dev.mainstay.application.planner.ShowAchievements.Standing;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All achievements and how far the user has come with each. */
@Serdeable
@Schema(name = "AchievementStandings", requiredProperties = "items")
record StandingsJson(List<StandingJson> items) {

    StandingsJson {
        items = List.copyOf(items);
    }

    /**
     * One achievement for the user.
     *
     * @param reached in the measure's unit, at most the threshold
     * @param awardedAt absent until it was awarded; an award stays, also when what led to it is undone
     */
    @Serdeable
    @Schema(
            name = "AchievementStanding",
            requiredProperties = {"achievement", "reached"},
            example = """
                    {"achievement":{"code":"tasks_10","title":"Ten down","description":"Complete 10 tasks.",\
                    "measure":"TASKS_DONE","threshold":10},"reached":7}""")
    record StandingJson(
            AchievementJson achievement,
            long reached,
            @Nullable Instant awardedAt) {}

    static StandingsJson from(List<Standing> standings) {
        return new StandingsJson(standings.stream()
                .map(each -> new StandingJson(
                        AchievementJson.from(each.achievement()),
                        each.reached(),
                        each.awardedAt().orElse(null)))
                .toList());
    }
}
