package dev.mainstay.http.planner;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an achievement is to say and to ask for. */
@Serdeable
@Schema(
        name = "ReviseAchievement",
        requiredProperties = {"title", "description", "threshold"},
        example = "{\"title\":\"Ten down\",\"description\":\"Complete 10 tasks.\",\"threshold\":10}")
record ReviseAchievementJson(
        @Schema(minLength = 1, maxLength = 100) String title,
        @Schema(minLength = 1, maxLength = 300) String description,
        @Schema(minimum = "1") long threshold) {}
