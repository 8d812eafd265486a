package dev.mainstay.domain.planner;

import java.util.regex.Pattern;

/** An achievement's stable name, such as {@code tasks_100}. */
public record AchievementCode(String value) {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]{1,39}");

    public AchievementCode {
        if (!SNAKE_CASE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an achievement's code: " + value);
        }
    }
}
