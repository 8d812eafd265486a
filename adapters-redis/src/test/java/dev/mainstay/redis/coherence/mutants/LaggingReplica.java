package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewCache;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Loads from a replica that shows what the primary showed up to a while ago (fault 8). */
final class LaggingReplica implements ViewCache {

    private static final long BEHIND = Duration.ofSeconds(5).toNanos();

    private final ViewCache real;
    private final ConcurrentMap<String, Row> rows = new ConcurrentHashMap<>();

    LaggingReplica(ViewCache real) {
        this.real = real;
    }

    private record Row(Object value, long since) {
        boolean isArriving() {
            return System.nanoTime() - since > BEHIND;
        }
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        return real.read(view, id, asked -> {
            Row shown = rows.compute(
                    view.key(asked).toString(),
                    (key, before) -> before == null || before.isArriving()
                            ? new Row(loader.apply(asked), System.nanoTime())
                            : before);
            return view.type().cast(shown.value());
        });
    }
}
