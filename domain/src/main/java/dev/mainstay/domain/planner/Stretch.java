package dev.mainstay.domain.planner;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

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

    public static Duration sum(Collection<Stretch> stretches) {
        return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }
}
