package dev.mainstay.application.identity;

import dev.mainstay.application.identity.InMemoryIdentity.StoredSession;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link Sessions} without a database. */
final class InMemorySessions implements Sessions {

    private final InMemoryIdentity tables;

    InMemorySessions(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public void open(Session session) {
        tables.sessions.put(session.id(), new StoredSession(session, Optional.empty()));
    }

    @Override
    public Optional<Session> find(SessionId session) {
        return tables.sessions.find(session).map(StoredSession::session);
    }

    @Override
    public List<Session> live(UserId user, Instant now) {
        return of(user).filter(session -> session.liveAt(now))
                .sorted(Comparator.comparing(Session::createdAt)
                        .thenComparing(session -> session.id().value())
                        .reversed())
                .toList();
    }

    @Override
    public List<SessionId> all(UserId user) {
        return of(user).map(Session::id).toList();
    }

    private Stream<Session> of(UserId user) {
        return tables.sessions.stream()
                .map(StoredSession::session)
                .filter(session -> session.user().equals(user));
    }

    @Override
    public void refresh(Session refreshed) {
        tables.sessions.put(refreshed.id(), new StoredSession(refreshed, Optional.empty()));
    }

    @Override
    public boolean end(UserId user, SessionId session, SessionEnd reason, Instant now) {
        return find(session)
                .filter(found -> found.user().equals(user) && found.liveAt(now))
                .map(found -> over(found, reason, now))
                .isPresent();
    }

    @Override
    public List<SessionId> endAll(UserId user, Optional<SessionId> but, SessionEnd reason, Instant now) {
        return live(user, now).stream()
                .filter(session -> !but.equals(Optional.of(session.id())))
                .map(session -> over(session, reason, now))
                .toList();
    }

    private SessionId over(Session live, SessionEnd reason, Instant now) {
        var ended = new Session(
                live.id(),
                live.user(),
                live.device(),
                live.addressHash(),
                live.createdAt(),
                live.lastSeenAt(),
                live.expiresAt(),
                Optional.of(reason));
        tables.sessions.put(live.id(), new StoredSession(ended, Optional.of(now)));
        return live.id();
    }

    @Override
    public int forgetBefore(Instant instant) {
        var over = tables.sessions.stream()
                .filter(each -> each.endedAt().filter(instant::isAfter).isPresent()
                        || instant.isAfter(each.session().expiresAt()))
                .map(each -> each.session().id())
                .toList();
        over.forEach(tables::removeSession);
        return over.size();
    }
}
