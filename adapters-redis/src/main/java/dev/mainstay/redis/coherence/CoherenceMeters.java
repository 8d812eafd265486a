package dev.mainstay.redis.coherence;

import dev.mainstay.redis.coherence.TrustLease.Term;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;

/** Whether hits are served, and if not, why: as gauges. */
final class CoherenceMeters {

    private final TrustLease lease;
    private final CutOff cutOff;
    private final InstantSource clock;

    CoherenceMeters(TrustLease lease, CutOff cutOff, InstantSource clock) {
        this.lease = lease;
        this.cutOff = cutOff;
        this.clock = clock;
    }

    void register(MeterRegistry meters) {
        Gauge.builder("mainstay.trust", lease, held -> held.current().isPresent() ? 1 : 0)
                .description("1 while PostgreSQL's last answer to the trust query still counts")
                .register(meters);
        gauge(
                meters,
                "mainstay.trust.distrust.seconds",
                "since when some instance is cut off from Redis, 0 for none",
                this::age);
        Gauge.builder("mainstay.trust.pending.keys", cutOff, CutOff::pendingKeys)
                .description("keys that this instance has committed without fences and not repaired yet")
                .register(meters);
        gauge(
                meters,
                "mainstay.incarnation.number",
                "counts the lives of Redis",
                term -> term.inForce().number());
        gauge(
                meters,
                "mainstay.incarnation.quarantine",
                "1 while Redis has forgotten and no hit is served",
                term -> term.inForce().settled() ? 0 : 1);
    }

    private double age(Term term) {
        return term.standing()
                .distrustSince()
                .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Term> figure) {
        Gauge.builder(
                        name,
                        lease,
                        held -> held.latest().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(meters);
    }
}
