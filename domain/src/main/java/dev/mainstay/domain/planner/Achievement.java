package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.Version;

/**
 * Something that can be achieved once by each user, by reaching a threshold (P4).
 *
 * @param threshold in the measure's unit, at least 1
 */
public record Achievement(
        AchievementCode code, String title, String description, Measure measure, long threshold, Version version) {

    /** What is counted, and in which unit. */
    public enum Measure {
        TASKS_DONE,
        FOCUS_SESSIONS,
        FOCUS_MINUTES,
        STREAK_DAYS
    }

    public Achievement {
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold is at least 1, not " + threshold);
        }
    }
}
