package dev.mainstay.application.coherence;

import java.time.Instant;
import java.util.Optional;

/**
 * How a module outside shows a view, made once when a value is stored and kept beside it, so that a hit is passed on as it lies and neither
 * decoded nor written anew.
 *
 * @param <V> the value of the view
 */
public interface Rendering<V> {

    CachedView<?, V> view();

    /** The record whose shape the bytes have: what a release with another shape has stored is not shown. */
    Class<?> shape();

    /**
     * The bytes to show for as long as the value is a hit; empty if what is shown depends on more than the value.
     *
     * @param asOf when the facts were read
     */
    Optional<byte[]> of(V value, Instant asOf);
}
