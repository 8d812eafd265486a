package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.refusal.Invalid;

/**
 * Something that can be achieved once by each user, by reaching a threshold (P4).
 *
 * @param title 1 to {@value #MAX_TITLE} characters
 * @param description 1 to {@value #MAX_DESCRIPTION} characters
 * @param threshold in the measure's unit, at least 1
 */
public record Achievement(
        AchievementCode code, String title, String description, Measure measure, long threshold, Version version) {

    public static final int MAX_TITLE = 100;
    public static final int MAX_DESCRIPTION = 300;

    /** What is counted, and in which unit. */
    public enum Measure {
        TASKS_DONE,
        FOCUS_SESSIONS,
        FOCUS_MINUTES,
        STREAK_DAYS
    }

    /**
     * Checks the lengths and the threshold.
     *
     * @throws Invalid naming the field at fault
     */
    public Achievement {
        requireText("title", title, MAX_TITLE);
        requireText("description", description, MAX_DESCRIPTION);
        if (threshold < 1) {
            throw new Invalid("threshold", "out_of_range", "must be at least 1, was " + threshold);
        }
    }

    public Achievement revise(String newTitle, String newDescription, long newThreshold) {
        return new Achievement(code, newTitle, newDescription, measure, newThreshold, version.next());
    }

    private static void requireText(String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid(field, "malformed", "must be 1 to " + longest + " characters without control characters");
        }
    }
}
