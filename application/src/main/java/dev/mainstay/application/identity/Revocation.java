package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionEnd;
import java.util.Optional;

/** Whether a session ended before its time, and why (U5). */
public record Revocation(Optional<SessionEnd> reason) {
    public static final Revocation NONE = new Revocation(Optional.empty());
}
