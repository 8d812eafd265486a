package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a focus session set out to be; it never changes.
 *
 * @param task what it is spent on, if on one task
 * @param planned 1 to {@value #MAX_MINUTES} whole minutes, pauses left out
 */
public record FocusPlan(FocusSessionId id, UserId owner, Optional<TaskId> task, Duration planned, Instant startedAt) {

    public static final int MAX_MINUTES = 240;

    /**
     * Checks the length.
     *
     * @throws Invalid if it is not within the limits
     */
    public FocusPlan {
        long minutes = planned.toMinutes();
        if (minutes < 1 || minutes > MAX_MINUTES || !planned.equals(Duration.ofMinutes(minutes))) {
            throw new Invalid("plannedMinutes", "out_of_range", "must be 1 to " + MAX_MINUTES + " whole minutes");
        }
    }
}
