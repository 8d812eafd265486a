package dev.mainstay.redis.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RatePolicy;
import dev.mainstay.application.ratelimit.RateSubject;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.CompletionStage;

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
        return counted(policy, subject, delegate.take(policy, subject, usage));
    }

    @Override
    public CompletionStage<Verdict> takeSoon(RatePolicy policy, RateSubject subject) {
        return delegate.takeSoon(policy, subject).thenApply(verdict -> counted(policy, subject, verdict));
    }

    private Verdict counted(RatePolicy policy, RateSubject subject, Verdict verdict) {
        if (!verdict.allowed()) {
            meters.counter("mainstay.ratelimit.refusals", "action", policy.action(), "scope", subject.scope())
                    .increment();
        }
        return verdict;
    }
}
