package dev.mainstay.http.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.domain.refusal.QuotaExceeded;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Counts each request against the policy of its operation, and remembers the verdict for the answer's headers (R1). */
@Singleton
public final class RateGate {

    private static final String VERDICT = "mainstay.rate-verdict";

    private final RateLimiter limiter;
    private final RatePolicies policies;

    RateGate(RateLimiter limiter, RatePolicies policies) {
        this.limiter = limiter;
        this.policies = policies;
    }

    /**
     * Counts the request against the named policy.
     *
     * @throws QuotaExceeded if the subject has used up what the policy allows
     */
    public void pass(HttpRequest<?> request, String policy, RateSubject subject) {
        judged(request, limiter.take(policies.named(policy), subject));
    }

    /** As {@link #pass(HttpRequest, String, RateSubject)}, without keeping this thread waiting: fails with {@link QuotaExceeded}. */
    public CompletionStage<Verdict> passSoon(HttpRequest<?> request, String policy, RateSubject subject) {
        return limiter.takeSoon(policies.named(policy), subject).thenApply(verdict -> judged(request, verdict));
    }

    private static Verdict judged(HttpRequest<?> request, Verdict verdict) {
        request.setAttribute(VERDICT, verdict);
        if (!verdict.allowed()) {
            throw new QuotaExceeded(
                    "rate_limited", "Too many requests; wait for as long as Retry-After says.", verdict.retryAfter());
        }
        return verdict;
    }

    static Optional<Verdict> verdict(HttpRequest<?> request) {
        return request.getAttribute(VERDICT).map(Verdict.class::cast);
    }
}
