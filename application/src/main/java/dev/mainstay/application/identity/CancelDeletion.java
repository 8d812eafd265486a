package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.DeletionCancelled;
import dev.mainstay.domain.identity.Session;
import java.time.InstantSource;

/** Takes back the wish to be forgotten. */
public final class CancelDeletion {

    private final Writes writes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    public CancelDeletion(Writes writes, Accounts accounts, Sessions sessions, InstantSource clock) {
        this.writes = writes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Cancels; without a wish to take back nothing happens. */
    public void handle(Caller caller) {
        writes.perform(events -> accounts.holdAlone(caller.user())
                .filter(account -> account.deletion().isPresent())
                .ifPresent(account -> {
                    accounts.replace(account.cancelDeletion());
                    var live = sessions.live(account.id(), clock.instant()).stream()
                            .map(Session::id)
                            .toList();
                    events.raise(new DeletionCancelled(account.id(), live));
                }));
    }
}
