package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.FocusSession;
import java.time.Instant;
import java.util.Optional;

/** The session of a user that has not ended, if there is one: the view {@code planner:focus:user:{id}} (P2). */
public record FocusNow(Optional<FocusSnapshot> session) {

    /** From then on the session may be finished as overdue, so the view must not be older. */
    Instant goodUntil() {
        return session.map(current -> current.plannedEnd().plus(FocusSession.GRACE))
                .orElse(Instant.MAX);
    }
}
