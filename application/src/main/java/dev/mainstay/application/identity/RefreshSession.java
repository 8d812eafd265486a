package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.RefreshReused;
import dev.mainstay.domain.identity.RefreshToken;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionRefreshed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Exchanges a refresh token for its successor, once (U3; ADR "refresh rotation").
 *
 * <p>Of several uses at once one spends the token; the others, and any that come within the grace, get the very same successor, as long as
 * nobody has used that one yet. Afterwards a spent token proves that two hold the family, so all of it ends.
 */
public final class RefreshSession {

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final TokenIssue tokens;
    private final InstantSource clock;
    private final IdentitySettings settings;

    public RefreshSession(
            Writes writes,
            Accounts accounts,
            Sessions sessions,
            RefreshTokens refreshTokens,
            TokenIssue tokens,
            InstantSource clock,
            IdentitySettings settings) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.clock = clock;
        this.settings = settings;
    }

    /** A refresh token as it was handed out. */
    public record Command(String refreshToken) {
        @Override
        public String toString() {
            return "RefreshSession";
        }
    }

    /**
     * Refreshes.
     *
     * @throws NotAuthenticated {@code refresh_invalid} if it is unknown, expired or its session is over; {@code refresh_reused} if it was
     *     spent before, and the session is over now; {@code refresh_superseded} if a later pair is in use already
     */
    public Tokens handle(Command command) {
        if (command.refreshToken().length() > 200) {
            throw invalid();
        }
        Outcome outcome = writes.run(events -> exchange(command.refreshToken(), events));
        return switch (outcome) {
            case Pair pair -> pair.tokens();
            case Refused refused -> throw refused.refusal();
        };
    }

    private Outcome exchange(String presented, Events events) {
        Instant now = clock.instant();
        String hash = TokenIssue.hash(presented);
        Optional<Session> live = refreshTokens
                .find(hash)
                .flatMap(token -> sessions.find(token.session()))
                // Held before the session is believed: see Accounts.holdShared.
                .filter(session -> accounts.holdShared(session.user())
                        .filter(account -> !account.suspended())
                        .isPresent())
                .flatMap(session -> sessions.find(session.id()))
                .filter(session -> session.liveAt(now));
        if (live.isEmpty()) {
            return new Refused(invalid());
        }
        Session session = live.get();
        if (refreshTokens.spend(hash, now)) {
            var refreshed = session.refresh(now, now.plus(settings.refreshLife()));
            sessions.refresh(refreshed);
            events.raise(new SessionRefreshed(session.user(), session.id()));
            return new Pair(tokens.successor(presented, refreshed, now));
        }
        return notSpent(presented, refreshTokens.find(hash).orElseThrow(), session, now, events);
    }

    private Outcome notSpent(String presented, RefreshToken token, Session session, Instant now, Events events) {
        if (token.rotatedAt().isEmpty()) {
            return new Refused(invalid());
        }
        if (!token.rotatedWithin(settings.refreshGrace(), now)) {
            sessions.end(session.user(), session.id(), SessionEnd.REFRESH_REUSED, now);
            events.raise(new RefreshReused(session.user(), session.id()));
            return new Refused(new NotAuthenticated(
                    "refresh_reused", "This token was used before, so the session was ended; log in again."));
        }
        boolean successorUnused = refreshTokens
                .find(TokenIssue.hash(tokens.successorOf(presented)))
                .filter(successor -> successor.rotatedAt().isEmpty())
                .isPresent();
        return successorUnused
                ? new Pair(tokens.successorAgain(presented, session))
                : new Refused(new NotAuthenticated("refresh_superseded", "A later token of this session is in use."));
    }

    private static NotAuthenticated invalid() {
        return new NotAuthenticated("refresh_invalid", "The session is over; log in again.");
    }

    /** What became of the token; a refusal is an answer here, for the end of a family must be committed. */
    private sealed interface Outcome {}

    private record Pair(Tokens tokens) implements Outcome {}

    private record Refused(NotAuthenticated refusal) implements Outcome {}
}
