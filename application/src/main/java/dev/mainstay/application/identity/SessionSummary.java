package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionId;
import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param current whether the request came with it
 */
public record SessionSummary(
        SessionId session, String device, Instant createdAt, Instant lastSeenAt, Instant expiresAt, boolean current) {}
