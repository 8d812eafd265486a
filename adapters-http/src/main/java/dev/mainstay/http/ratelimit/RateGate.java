package dev.mainstay.http.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.domain.refusal.QuotaExceeded;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * Counts the request against its operation's policy.
     *
     * @throws QuotaExceeded if the subject has used up what the policy allows
     */
    public void pass(HttpRequest<?> request, @Nullable RouteMatch<?> route, RateSubject subject) {
        pass(request, policyOf(request, route), subject);
    }

    /**
     * Counts the request against the named policy.
     *
     * @throws QuotaExceeded if the subject has used up what the policy allows
     */
    public void pass(HttpRequest<?> request, String policy, RateSubject subject) {
        Verdict verdict = limiter.take(policies.named(policy), subject);
        request.setAttribute(VERDICT, verdict);
        if (!verdict.allowed()) {
            throw new QuotaExceeded(
                    "rate_limited", "Too many requests; wait for as long as Retry-After says.", verdict.retryAfter());
        }
    }

    static Optional<Verdict> verdict(HttpRequest<?> request) {
        return request.getAttribute(VERDICT, Verdict.class);
    }

    private static String policyOf(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        if (route == null) {
            return "open";
        }
        return route.getAnnotationMetadata()
                .stringValue(RateLimited.class)
                .orElse(isRead(request.getMethod()) ? "read" : "write");
    }

    private static boolean isRead(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }
}
