package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.application.coherence.ViewCache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** Counts each outcome per view, with its reason (G11). */
public final class MeteredViewCache implements ViewCache {

    static final String METER = "mainstay.view.reads";

    private final ViewCache delegate;
    private final MeterRegistry meters;
    private final ConcurrentMap<Read, Counter> counters = new ConcurrentHashMap<>();

    private record Read(String view, Outcome outcome, String detail) {}

    public MeteredViewCache(ViewCache delegate, MeterRegistry meters) {
        this.delegate = delegate;
        this.meters = meters;
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        Cached<V> answer = delegate.read(view, id, loader);
        counter(new Read(view.name(), answer.outcome(), answer.detail())).increment();
        return answer;
    }

    @Override
    public <I, V> CompletionStage<Optional<Glimpse<V>>> glance(CachedView<I, V> view, I id, Function<I, V> loader) {
        return delegate.glance(view, id, loader).thenApply(found -> {
            if (found.isPresent()) {
                counter(new Read(view.name(), Outcome.HIT, "stored")).increment();
            }
            return found;
        });
    }

    /** Kept, for to find it in the registry costs more than to count. */
    private Counter counter(Read read) {
        return counters.computeIfAbsent(
                read,
                first -> meters.counter(
                        METER,
                        "view",
                        read.view(),
                        "outcome",
                        read.outcome().name().toLowerCase(Locale.ROOT),
                        "detail",
                        read.detail()));
    }
}
