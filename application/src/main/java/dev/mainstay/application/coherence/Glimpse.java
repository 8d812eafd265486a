package dev.mainstay.application.coherence;

import java.time.Instant;
import java.util.Optional;

/**
 * A hit as it lies in the cache. Its value is decoded only for who asks for it.
 *
 * @param <V> the value
 */
public interface Glimpse<V> {

    /** The value; empty if these bytes cannot be read as one, which is then no hit. */
    Optional<V> value();

    /** What the view's {@link Rendering} made of the value when it was stored; empty if it made nothing, or of another shape. */
    Optional<byte[]> rendered();

    /** When the facts were read. */
    Instant asOf();
}
