package dev.mainstay.application.identity;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Events;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.LetterRequested;
import dev.mainstay.domain.identity.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** Where use cases put letters, inside their transaction. */
public final class LetterBox {

    private final Letters letters;
    private final Ids ids;
    private final InstantSource clock;

    public LetterBox(Letters letters, Ids ids, InstantSource clock) {
        this.letters = letters;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Queues a letter.
     *
     * @param to empty for an address nobody has
     */
    void put(LetterKind kind, Optional<UserId> to, Events events) {
        letters.request(ids.next(), kind, to, clock.instant());
        events.raise(new LetterRequested(kind));
    }
}
