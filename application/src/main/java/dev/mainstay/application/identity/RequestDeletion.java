package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Deletion;
import dev.mainstay.domain.identity.DeletionRequested;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.refusal.NotFound;
import java.time.Instant;
import java.time.InstantSource;

/** Notes a user's wish to be forgotten; it can be taken back until it is due (U13). */
public final class RequestDeletion {

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;
    private final IdentitySettings settings;

    public RequestDeletion(
            Writes writes, Accounts accounts, Sessions sessions, InstantSource clock, IdentitySettings settings) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.settings = settings;
    }

    /** The wish as it stands; asking again does not move the day. */
    public Deletion handle(Caller caller) {
        return writes.run(events -> {
            Instant now = clock.instant();
            Account account = accounts.holdAlone(caller.user())
                    .orElseThrow(() -> new NotFound("user_not_found", "This account no longer exists."));
            Account leaving = account.requestDeletion(now, settings.deletionGrace());
            Deletion wish = leaving.deletion().orElseThrow();
            if (account.deletion().isEmpty()) {
                accounts.replace(leaving);
                var live = sessions.live(account.id(), now).stream()
                        .map(Session::id)
                        .toList();
                events.raise(new DeletionRequested(account.id(), wish.due(), live));
            }
            return wish;
        });
    }
}
