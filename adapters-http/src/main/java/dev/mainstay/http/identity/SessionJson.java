package dev.mainstay.http.identity;

import dev.mainstay.application.identity.SessionSummary;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/**
 * A session on one device.
 *
 * @param id the session's id
 * @param device what the device says it is
 * @param createdAt when it logged in
 * @param lastSeenAt when it last refreshed its tokens
 * @param expiresAt when it ends unless it refreshes its tokens before
 * @param current whether this request came with it
 */
@Serdeable
@Schema(
        requiredProperties = {"id", "device", "createdAt", "lastSeenAt", "expiresAt", "current"},
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000001","device":"Mozilla/5.0","createdAt":"2026-03-01T10:00:00Z",\
                "lastSeenAt":"2026-03-01T10:15:00Z","expiresAt":"2026-03-31T10:15:00Z","current":true}""")
record SessionJson(UUID id, String device, Instant createdAt, Instant lastSeenAt, Instant expiresAt, boolean current) {

    static SessionJson from(SessionSummary session) {
        return new SessionJson(
                session.session().value(),
                session.device(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                session.current());
    }
}
