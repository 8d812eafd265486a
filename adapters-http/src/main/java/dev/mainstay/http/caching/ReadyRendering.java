package dev.mainstay.http.caching;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Rendering;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes the answer that will lie ready beside a view: what its controller would answer.
 *
 * @param shape of the answer's JSON, whose change makes the answers of earlier releases worthless
 * @param shown what is answered of a value of the view, and when the facts behind it were read; empty if not every caller may be answered so
 * @param etag the answer's entity tag, or nothing
 */
public record ReadyRendering<V, S>(
        CachedView<?, V> view,
        Class<S> shape,
        BiFunction<V, Instant, Optional<S>> shown,
        Function<S, String> etag,
        JsonMapper json)
        implements Rendering<V> {

    @Override
    public Optional<byte[]> of(V value, Instant asOf) {
        return shown.apply(value, asOf).map(answer -> ReadyAnswer.bytes(etag.apply(answer), body(answer)));
    }

    private byte[] body(S answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
