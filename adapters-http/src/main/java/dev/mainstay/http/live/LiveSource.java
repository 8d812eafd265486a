package dev.mainstay.http.live;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.domain.identity.UserId;
import java.util.function.Function;

/**
 * A topic of the WebSocket: whose state it shows, every subscriber may see, for it is always the subscriber's own.
 *
 * @param topic as clients name it; the same as in the hints
 * @param reading the state at this moment, from the view
 * @param shape the state as clients get it
 */
public record LiveSource<V>(String topic, Function<UserId, Cached<V>> reading, Function<V, ?> shape) {

    Cached<V> read(UserId user) {
        return reading.apply(user);
    }

    Object json(V state) {
        return shape.apply(state);
    }
}
