package dev.mainstay.application.identity;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Events;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.LoggedIn;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.SessionsEnded;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Opens sessions, at most {@value #MOST} of a user at a time: whatever ends or names them all stays small. */
public final class SessionOpening {

    static final int MOST = 100;

    private final Sessions sessions;
    private final TokenIssue tokens;
    private final LoginGate gate;
    private final Ids ids;
    private final InstantSource clock;
    private final IdentitySettings settings;

    public SessionOpening(
            Sessions sessions,
            TokenIssue tokens,
            LoginGate gate,
            Ids ids,
            InstantSource clock,
            IdentitySettings settings) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Opens a session on an account that the transaction holds. */
    Tokens open(Account account, Origin origin, Events events) {
        Instant now = clock.instant();
        var session = new Session(
                new SessionId(ids.next()),
                account.id(),
                origin.shortDevice(),
                gate.addressHash(origin.address()),
                now,
                now,
                now.plus(settings.refreshLife()),
                Optional.empty());
        sessions.open(session);
        Tokens pair = tokens.first(session, now);
        events.raise(new LoggedIn(account.id(), session.id()));
        endSurplus(account.id(), now, events);
        return pair;
    }

    /** Those that were opened the longest ago make room. */
    private void endSurplus(UserId user, Instant now, Events events) {
        var ended = sessions.live(user, now).stream()
                .skip(MOST)
                .map(Session::id)
                .filter(surplus -> sessions.end(user, surplus, SessionEnd.REPLACED, now))
                .toList();
        if (!ended.isEmpty()) {
            events.raise(new SessionsEnded(user, ended, SessionEnd.REPLACED));
        }
    }
}
