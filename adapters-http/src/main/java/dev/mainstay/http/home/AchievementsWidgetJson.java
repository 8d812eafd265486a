package dev.mainstay.http.home;

import dev.mainstay.application.home.AchievementsContent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * What the user achieved lately.
 *
 * @param latest the last three awards; titles are in the list of achievements
 */
@Serdeable
@Schema(
        name = "AchievementsWidget",
        requiredProperties = {"total", "latest"})
record AchievementsWidgetJson(int total, List<AwardJson> latest) {

    AchievementsWidgetJson {
        latest = List.copyOf(latest);
    }

    /** An award, by the achievement's code. */
    @Serdeable
    @Schema(
            name = "Award",
            requiredProperties = {"achievement", "at"})
    record AwardJson(String achievement, Instant at) {}

    static AchievementsWidgetJson from(AchievementsContent content) {
        return new AchievementsWidgetJson(
                content.total(),
                content.latest().stream()
                        .map(award -> new AwardJson(award.achievement().value(), award.at()))
                        .toList());
    }
}
