package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.application.identity.AccessTokens.Claims;
import dev.mainstay.domain.identity.AccountStatus;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Says who sent a request while the facts cannot be asked (G9): a good access token whose session was live, and not suspended, when
 * they last could. Whoever logged out or was suspended before is nobody. Such a caller has no roles, and may be shown what they were shown
 * before; nothing else may be decided by it.
 */
public final class RecallCaller {

    private final AccessTokens tokens;
    private final LastKnown known;
    private final InstantSource clock;

    public RecallCaller(AccessTokens tokens, LastKnown known, InstantSource clock) {
        this.tokens = tokens;
        this.known = known;
        this.clock = clock;
    }

    /**
     * The caller, without roles; empty if nothing is known of the session, or it was over.
     *
     * @throws dev.mainstay.domain.refusal.NotAuthenticated with code {@code token_invalid} or {@code token_expired}
     */
    public Optional<Caller> caller(String accessToken) {
        Claims claims = tokens.read(accessToken);
        return known.of(IdentityViews.SESSION_STATE, claims.session())
                .flatMap(last -> last.value().live())
                .filter(live -> live.user().equals(claims.user()))
                .filter(live -> live.status() != AccountStatus.SUSPENDED)
                .filter(live -> clock.instant().isBefore(live.expiresAt()))
                .map(live -> new Caller(live.user(), claims.session(), Set.of()));
    }
}
