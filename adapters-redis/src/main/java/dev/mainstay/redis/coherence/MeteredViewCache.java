package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewCache;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Function;

/** Counts each outcome per view, with its reason (G11). */
public final class MeteredViewCache implements ViewCache {

    static final String METER = "mainstay.view.reads";

    private final ViewCache delegate;
    private final MeterRegistry meters;

    public MeteredViewCache(ViewCache delegate, MeterRegistry meters) {
        this.delegate = delegate;
        this.meters = meters;
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        Cached<V> answer = delegate.read(view, id, loader);
        String outcome = answer.outcome().name().toLowerCase(Locale.ROOT);
        meters.counter(METER, "view", view.name(), "outcome", outcome, "detail", answer.detail())
                .increment();
        return answer;
    }
}
