package dev.mainstay.http.live;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.domain.identity.UserId;

/** A topic of the WebSocket: whose state it shows, every subscriber may see, for it is always the subscriber's own. */
public interface LiveSource<V> {

    /** As clients name it; the same as in the hints. */
    String topic();

    /** The state at this moment, from the view. */
    Cached<V> read(UserId user);

    /** The state as clients get it. */
    Object json(V state);
}
