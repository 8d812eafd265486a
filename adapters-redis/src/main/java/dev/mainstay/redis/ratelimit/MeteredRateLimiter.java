package dev.mainstay.redis.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RatePolicy;
import dev.mainstay.application.ratelimit.RateSubject;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts refusals per action (O1). */
public final class MeteredRateLimiter implements RateLimiter {

    private final RateLimiter delegate;
    private final MeterRegistry meters;

    public MeteredRateLimiter(RateLimiter delegate, MeterRegistry meters) {
        this.delegate = delegate;
        this.meters = meters;
    }

    @Override
    public Verdict take(RatePolicy policy, RateSubject subject, UsageReader usage) {
        Verdict verdict = delegate.take(policy, subject, usage);
        if (!verdict.allowed()) {
            meters.counter("mainstay.ratelimit.refusals", "action", policy.action(), "scope", subject.scope())
                    .increment();
        }
        return verdict;
    }
}
