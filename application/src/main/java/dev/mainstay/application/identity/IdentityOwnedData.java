package dev.mainstay.application.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What identity knows about a user. */
public final class IdentityOwnedData implements OwnedData {

    private final UserReader users;
    private final Sessions sessions;
    private final ReferralCodes referrals;
    private final InstantSource clock;

    public IdentityOwnedData(UserReader users, Sessions sessions, ReferralCodes referrals, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** A session, without what could be used as one. */
    public record ExportedSession(String device, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {}

    @Override
    public List<Section> sections() {
        return List.of(
                new Section("identity.profile", (owner, row) -> row.accept(users.card(owner))),
                new Section(
                        "identity.sessions",
                        (owner, row) -> sessions.live(owner, clock.instant()).stream()
                                .map(session -> new ExportedSession(
                                        session.device(),
                                        session.createdAt(),
                                        session.lastSeenAt(),
                                        session.expiresAt()))
                                .forEach(row)),
                new Section(
                        "identity.referralCodes",
                        (owner, row) -> referrals.of(owner).forEach(row)));
    }
}
