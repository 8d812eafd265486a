package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.ShadowVerifiedViewCache;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts verified hits, and sees to a hit that differed from the facts: deletes it, counts it and says so, without its content. */
public final class VerificationAlarm implements ShadowVerifiedViewCache.Listener {

    private static final Logger log = LoggerFactory.getLogger(VerificationAlarm.class);
    private static final String METER = "mainstay.view.verifications";

    private final Fences fences;
    private final MeterRegistry meters;

    public VerificationAlarm(Fences fences, MeterRegistry meters) {
        this.fences = fences;
        this.meters = meters;
    }

    @Override
    public void verified(CachedView<?, ?> view) {
        meters.counter(METER, "view", view.name(), "result", "match").increment();
    }

    @Override
    public void mismatch(CachedView<?, ?> view, CacheKey key, Object cached, Object facts) {
        meters.counter(METER, "view", view.name(), "result", "mismatch").increment();
        log.error("view_differs_from_facts view={} key={} action=deleted", view, key);
        fences.raise(Set.of(key)).lower();
    }
}
