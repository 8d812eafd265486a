package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.SessionsEnded;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Ends sessions of a user who asked for it. */
public final class EndedSessions {

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    public EndedSessions(Writes writes, Accounts accounts, Sessions sessions, InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    boolean one(UserId user, SessionId session, SessionEnd reason) {
        return writes.run(events -> {
            accounts.holdAlone(user);
            boolean ended = sessions.end(user, session, reason, clock.instant());
            if (ended) {
                events.raise(new SessionsEnded(user, List.of(session), reason));
            }
            return ended;
        });
    }

    void all(UserId user, SessionEnd reason) {
        writes.perform(events -> {
            accounts.holdAlone(user);
            var ended = sessions.endAll(user, Optional.empty(), reason, clock.instant());
            if (!ended.isEmpty()) {
                events.raise(new SessionsEnded(user, ended, reason));
            }
        });
    }
}
