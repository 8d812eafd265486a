package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.InstantSource;

/** Which one-time codes of a user are out, and until when (U6). */
public final class ShowPendingCodes {

    private final ViewCache views;
    private final SessionReader reader;
    private final InstantSource clock;

    public ShowPendingCodes(ViewCache views, SessionReader reader, InstantSource clock) {
        this.views = views;
        this.reader = reader;
        this.clock = clock;
    }

    /** Those that have not expired. */
    public Cached<PendingCodes> of(UserId user) {
        Instant now = clock.instant();
        return views.read(IdentityViews.PENDING_CODES, user, reader::pendingCodes)
                .map(pending -> new PendingCodes(pending.codes().stream()
                        .filter(code -> now.isBefore(code.until()))
                        .toList()));
    }
}
