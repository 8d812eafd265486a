package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ShadowVerifiedViewCache;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts verified hits, and sees to a hit that differed from the facts: deletes it, counts it and says so, without its content. */
final class VerificationAlarm implements ShadowVerifiedViewCache.Listener {

    private static final Logger log = LoggerFactory.getLogger(VerificationAlarm.class);
    static final String METER = "mainstay.view.verifications";

    private final TrustLease lease;
    private final RedisViews views;
    private final MeterRegistry meters;

    VerificationAlarm(TrustLease lease, RedisViews views, MeterRegistry meters) {
        this.lease = lease;
        this.views = views;
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
        lease.latest().ifPresent(term -> views.drop(term, key.toString()));
    }
}
