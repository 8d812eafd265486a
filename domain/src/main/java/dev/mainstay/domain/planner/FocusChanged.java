package dev.mainstay.domain.planner;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;

/** A focus session went from one state to another (P2). */
public sealed interface FocusChanged extends DomainEvent {

    FocusSessionId session();

    UserId owner();

    /** It began. */
    record FocusStarted(FocusSessionId session, UserId owner) implements FocusChanged {}

    /** Its time stopped counting for a while. */
    record FocusPaused(FocusSessionId session, UserId owner) implements FocusChanged {}

    /** Its time counts again. */
    record FocusResumed(FocusSessionId session, UserId owner) implements FocusChanged {}

    /**
     * It ended and counts.
     *
     * @param focused pauses left out
     */
    record FocusFinished(FocusSessionId session, UserId owner, Duration focused, Instant at) implements FocusChanged {}

    /** It ended and does not count. */
    record FocusAbandoned(FocusSessionId session, UserId owner) implements FocusChanged {}
}
