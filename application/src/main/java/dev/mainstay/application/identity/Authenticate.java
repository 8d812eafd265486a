package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.AccessTokens.Claims;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.refusal.NotAuthenticated;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Says who sent a request (G9, U4, U5, U10): the token's signature and times first, then what the facts say about its session at this
 * moment. Logout, suspension and a change of roles therefore count from the next request on, on every instance.
 */
public final class Authenticate {

    private final AccessTokens tokens;
    private final ViewCache views;
    private final SessionReader reader;
    private final InstantSource clock;

    public Authenticate(AccessTokens tokens, ViewCache views, SessionReader reader, InstantSource clock) {
        this.tokens = tokens;
        this.views = views;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The caller behind an access token.
     *
     * @throws NotAuthenticated with code {@code token_invalid}, {@code token_expired}, {@code session_ended} or {@code account_suspended}
     */
    public Caller caller(String accessToken) {
        Claims claims = tokens.read(accessToken);
        SessionState state = views.read(IdentityViews.SESSION_STATE, claims.session(), reader::state)
                .value();
        return caller(claims, state).orElseThrow(() -> over(claims));
    }

    /**
     * What an access token says.
     *
     * @throws NotAuthenticated with code {@code token_invalid} or {@code token_expired}
     */
    public Claims claims(String accessToken) {
        return tokens.read(accessToken);
    }

    /** As {@link #caller}, of the cache alone and without keeping the thread waiting; empty if it knows of no such caller. */
    public CompletionStage<Optional<Caller>> glance(Claims claims) {
        return views.glance(IdentityViews.SESSION_STATE, claims.session(), reader::state)
                .thenApply(found -> found.flatMap(Glimpse::value).flatMap(state -> caller(claims, state)));
    }

    private Optional<Caller> caller(Claims claims, SessionState state) {
        return state.live()
                .filter(live -> live.user().equals(claims.user()))
                .filter(live -> live.status() != AccountStatus.SUSPENDED)
                .filter(live -> clock.instant().isBefore(live.expiresAt()))
                .map(live -> new Caller(live.user(), claims.session(), Set.copyOf(live.roles())));
    }

    private NotAuthenticated over(Claims claims) {
        Revocation revocation = views.read(IdentityViews.REVOCATION, claims.session(), reader::revocation)
                .value();
        return revocation.reason().filter(SessionEnd.SUSPENDED::equals).isPresent()
                ? new NotAuthenticated("account_suspended", "This account is suspended; ask an administrator.")
                : new NotAuthenticated("session_ended", "The session is over; log in again.");
    }
}
