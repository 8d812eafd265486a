package dev.mainstay.redis.coherence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.redis.connection.Occasionally;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is stored beside the values of views that have a {@link Rendering}: the version of its shape, and its bytes. */
final class Renderings {

    private static final Logger log = LoggerFactory.getLogger(Renderings.class);
    private static final byte[] NOTHING = {};

    private final Map<String, Shaped<?>> byView;
    private final Occasionally complaint = new Occasionally();

    private static final class Shaped<V> {
        private final Rendering<V> rendering;
        private final byte[] shape;

        Shaped(Rendering<V> rendering) {
            this.rendering = rendering;
            this.shape = SchemaVersion.of(rendering.shape()).getBytes(US_ASCII);
        }

        byte[] of(Object value, Instant asOf) {
            byte[] bytes =
                    rendering.of(rendering.view().type().cast(value), asOf).orElse(NOTHING);
            if (bytes.length == 0) {
                return bytes;
            }
            byte[] shaped = Arrays.copyOf(shape, shape.length + bytes.length);
            System.arraycopy(bytes, 0, shaped, shape.length, bytes.length);
            return shaped;
        }
    }

    Renderings(Collection<? extends Rendering<?>> renderings) {
        this.byView = renderings.stream()
                .collect(Collectors.toUnmodifiableMap(
                        rendering -> rendering.view().name(), rendering -> new Shaped<>(rendering)));
    }

    /** What to store beside the value; empty where it has no rendering, or none that could be made. */
    byte[] of(CachedView<?, ?> view, Object value, Instant asOf) {
        Shaped<?> shaped = byView.get(view.name());
        if (shaped == null) {
            return NOTHING;
        }
        try {
            return shaped.of(value, asOf);
        } catch (RuntimeException failure) {
            if (complaint.now()) {
                log.error("view_not_rendered view={}", view, failure);
            }
            return NOTHING;
        }
    }

    /** The rendering that was stored; empty if there was none, or it has another release's shape. */
    Optional<byte[]> in(CachedView<?, ?> view, byte[] bytes, int from, int to) {
        Shaped<?> shaped = byView.get(view.name());
        if (shaped == null || to - from <= SchemaVersion.LENGTH) {
            return Optional.empty();
        }
        int start = from + SchemaVersion.LENGTH;
        return Arrays.equals(bytes, from, start, shaped.shape, 0, SchemaVersion.LENGTH)
                ? Optional.of(Arrays.copyOfRange(bytes, start, to))
                : Optional.empty();
    }
}
