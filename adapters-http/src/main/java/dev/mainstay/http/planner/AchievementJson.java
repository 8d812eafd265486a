package dev.mainstay.http.planner;

import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.Achievement.Measure;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What can be achieved.
 *
 * @param measure what is counted
 * @param threshold how much of it, in the measure's unit
 */
@Serdeable
@Schema(
        name = "Achievement",
        requiredProperties = {"code", "title", "description", "measure", "threshold"},
        example = """
                {"code":"tasks_10","title":"Ten down","description":"Complete 10 tasks.","measure":"TASKS_DONE","threshold":10}""")
record AchievementJson(String code, String title, String description, Measure measure, long threshold) {

    static AchievementJson from(Achievement achievement) {
        return new AchievementJson(
                achievement.code().value(),
                achievement.title(),
                achievement.description(),
                achievement.measure(),
                achievement.threshold());
    }
}
