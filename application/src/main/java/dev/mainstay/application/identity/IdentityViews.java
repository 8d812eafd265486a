package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.memo.Memo;
import dev.mainstay.domain.identity.AccountChanged;
import dev.mainstay.domain.identity.CodesChanged;
import dev.mainstay.domain.identity.ReferralsChanged;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.SessionsChanged;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The views of identity: key, life, and what makes each untrue. All are invalidated by exact keys that the events name. */
public final class IdentityViews {

    /**
     * What the guard must know of a session: {@code session:auth:token:{hash of the session}}, half an hour or what is left of the
     * session (U4). Never served without the database having had its say: it is not marked stale-while-away (G9).
     */
    static final CachedView<SessionId, SessionState> SESSION_STATE = CachedView.of(
                    KeyModule.SESSION, "auth", "token", IdentityViews::hash, SessionState.class)
            .ttl(Duration.ofMinutes(30))
            .goodUntil(state -> state.live().map(SessionState.Live::expiresAt).orElse(Instant.MAX))
            .invalidatedByEach(SessionsChanged.class, SessionsChanged::sessions);

    /** Why a session is over: {@code session:revoked:token:{hash}}, as long as an access token can still be about (U5). */
    static final CachedView<SessionId, Revocation> REVOCATION = CachedView.of(
                    KeyModule.SESSION, "revoked", "token", IdentityViews::hash, Revocation.class)
            .ttl(Duration.ofMinutes(10))
            .invalidatedByEach(SessionsChanged.class, SessionsChanged::sessions);

    /** Which codes are out: {@code session:otp:user:{id}} (U6). */
    static final CachedView<UserId, PendingCodes> PENDING_CODES = CachedView.of(
                    KeyModule.SESSION, "otp", "user", IdentityViews::id, PendingCodes.class)
            .ttl(Duration.ofMinutes(15))
            .invalidatedBy(CodesChanged.class, CodesChanged::user);

    /** {@code auth:role:user:{id}} (U10); for display and for mild decisions, sensitive writes read the facts. */
    static final CachedView<UserId, UserRoles> ROLES = CachedView.of(
                    KeyModule.AUTH, "role", "user", IdentityViews::id, UserRoles.class)
            .ttl(Duration.ofHours(1))
            .invalidatedBy(AccountChanged.class, AccountChanged::user);

    /** {@code cache:user:profile:{id}} (U8); it names roles, so it is never shown stale (G9). */
    static final CachedView<UserId, ProfileCard> PROFILE = CachedView.of(
                    KeyModule.CACHE, "user", "profile", IdentityViews::id, ProfileCard.class)
            .ttl(Duration.ofHours(1))
            .invalidatedBy(AccountChanged.class, AccountChanged::user);

    /** {@code cache:referral:code:{c}} (U9); redeeming reads the facts. */
    static final CachedView<String, ReferralOffer> REFERRAL = CachedView.of(
                    KeyModule.CACHE, "referral", "code", (String code) -> code, ReferralOffer.class)
            .ttl(Duration.ofHours(6))
            .invalidatedByEach(ReferralsChanged.class, ReferralsChanged::codes);

    /** Every request looks for its own session. */
    private static final Memo<SessionId, String> HASHES = new Memo<>(32_768);

    private IdentityViews() {}

    public static List<CachedView<?, ?>> all() {
        return List.of(SESSION_STATE, REVOCATION, PENDING_CODES, ROLES, PROFILE, REFERRAL);
    }

    private static String id(UserId user) {
        return user.value().toString();
    }

    /** A session's id stands in its access tokens, so keys carry a hash of it (G18). */
    private static String hash(SessionId session) {
        return HASHES.get(session, id -> Sha256.hex(id.value().toString()));
    }
}
