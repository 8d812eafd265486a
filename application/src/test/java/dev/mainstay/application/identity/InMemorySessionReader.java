package dev.mainstay.application.identity;

import dev.mainstay.application.identity.PendingCodes.Pending;
import dev.mainstay.application.identity.SessionState.Live;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link SessionReader} without a database. */
final class InMemorySessionReader implements SessionReader {

    private final InMemoryIdentity tables;

    InMemorySessionReader(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public SessionState state(SessionId session) {
        return tables.sessions
                .find(session)
                .filter(found -> found.endedAt().isEmpty())
                .map(found -> new SessionState(Optional.of(live(found.session()))))
                .orElse(SessionState.NONE);
    }

    private Live live(Session session) {
        var account = tables.accounts.find(session.user()).orElseThrow();
        return new Live(account.id(), account.status(), List.copyOf(account.roles()), session.expiresAt());
    }

    @Override
    public Revocation revocation(SessionId session) {
        return new Revocation(
                tables.sessions.find(session).flatMap(found -> found.session().end()));
    }

    @Override
    public PendingCodes pendingCodes(UserId user) {
        return new PendingCodes(tables.codes.stream()
                .filter(code -> code.key().user().equals(user)
                        && !code.consumed()
                        && code.attempts() < OneTimeCodes.MAX_ATTEMPTS)
                .map(code ->
                        new Pending(code.key().kind(), code.expiresAt(), OneTimeCodes.MAX_ATTEMPTS - code.attempts()))
                .sorted(Comparator.comparing(pending -> pending.kind().name()))
                .toList());
    }
}
