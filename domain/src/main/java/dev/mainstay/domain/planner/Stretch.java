package dev.mainstay.domain.planner;

import java.time.Duration;
import java.time.Instant;

/**
 * Time focused without a pause.
 *
 * @param until never before {@code from}
 */
public record Stretch(Instant from, Instant until) {

    public Stretch {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a stretch cannot end before it begins: " + from + " to " + until);
        }
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
