package dev.mainstay.domain.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * One login on one device: the family of its refresh tokens (U3, U4). It lives as long as it is refreshed, and ends when it is
 * not, or when its owner, an administrator or a reused token ends it.
 *
 * @param device what the client said it is, shortened
 * @param addressHash a keyed hash of the network address; never the address
 * @param lastSeenAt of the login or of the last refresh, so at most one access token's life behind
 * @param expiresAt unless it is refreshed before
 * @param end why it ended early; empty while it lives
 */
public record Session(
        SessionId id,
        UserId user,
        String device,
        String addressHash,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        Optional<SessionEnd> end) {

    public static final int MAX_DEVICE_LENGTH = 120;

    public boolean liveAt(Instant now) {
        return end.isEmpty() && now.isBefore(expiresAt);
    }

    public Session refresh(Instant now, Instant newEnd) {
        return new Session(id, user, device, addressHash, createdAt, now, newEnd, end);
    }
}
