package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewFigures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the meters of this module have counted of a view, for operators without a Prometheus at hand. */
final class CountedReads {

    private final MeterRegistry meters;

    CountedReads(MeterRegistry meters) {
        this.meters = meters;
    }

    ViewFigures of(CachedView<?, ?> view) {
        return new ViewFigures(
                sum(view, MeteredViewCache.METER, "outcome", "hit"),
                sum(view, MeteredViewCache.METER, "outcome", "miss"),
                sum(view, MeteredViewCache.METER, "outcome", "stale"),
                bypasses(view),
                sum(view, RedisViews.FILLS_REFUSED),
                sum(view, VerificationAlarm.METER, "result", "match"),
                sum(view, VerificationAlarm.METER, "result", "mismatch"));
    }

    private Map<String, Long> bypasses(CachedView<?, ?> view) {
        return counters(view, MeteredViewCache.METER, "outcome", "bypass")
                .collect(Collectors.toMap(
                        counter -> Objects.requireNonNullElse(counter.getId().getTag("detail"), "other"),
                        counter -> Math.round(counter.count()),
                        Long::sum));
    }

    private long sum(CachedView<?, ?> view, String meter, String... tags) {
        return Math.round(
                counters(view, meter, tags).mapToDouble(Counter::count).sum());
    }

    private Stream<Counter> counters(CachedView<?, ?> view, String meter, String... tags) {
        return meters.find(meter).tag("view", view.name()).tags(tags).counters().stream();
    }
}
