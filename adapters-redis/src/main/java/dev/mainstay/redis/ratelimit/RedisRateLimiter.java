package dev.mainstay.redis.ratelimit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RatePolicy;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.redis.connection.RedisUnavailable;
import dev.mainstay.redis.connection.RedisUnavailable.Reason;
import dev.mainstay.redis.connection.RedisWrites;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts in Redis, all windows of a policy in one script and one round trip, by Redis's clock (R1). Only a subject whose counter is
 * absent and may have been lost costs a second one, with what PostgreSQL knows.
 */
public final class RedisRateLimiter implements RateLimiter {

    private static final byte[] ASK = "ask".getBytes(US_ASCII);
    private static final byte[] SEEDED = "seeded".getBytes(US_ASCII);
    private static final long ABSENT = -1;

    private final RedisWrites writes;
    private final RateLimiter fallback;
    private final MeterRegistry meters;
    private final ConcurrentMap<RatePolicy, List<byte[]>> unseeded = new ConcurrentHashMap<>();

    public RedisRateLimiter(RedisWrites writes, RateLimiter fallback, MeterRegistry meters) {
        this.writes = writes;
        this.fallback = fallback;
        this.meters = meters;
    }

    @Override
    public Verdict take(RatePolicy policy, RateSubject subject, UsageReader usage) {
        String key = policy.key(subject).toString();
        boolean seedable =
                usage != UsageReader.NONE && policy.windows().stream().anyMatch(Window::isSeeded);
        try {
            List<Long> answer =
                    writes.count(key, arguments(seedable ? ASK : SEEDED, policy, subject, UsageReader.NONE));
            if (answer.getFirst() == ABSENT) {
                answer = writes.count(key, arguments(SEEDED, policy, subject, usage));
            }
            return verdict(policy, answer);
        } catch (RedisUnavailable unavailable) {
            fellBack(unavailable.reason());
            return fallback.take(policy, subject, usage);
        }
    }

    @Override
    public CompletionStage<Verdict> takeSoon(RatePolicy policy, RateSubject subject) {
        return writes.countSoon(policy.key(subject).toString(), unseeded(policy))
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return verdict(policy, answer);
                    }
                    fellBack(RedisUnavailable.reasonOf(failure));
                    return fallback.take(policy, subject);
                });
    }

    private void fellBack(Reason reason) {
        meters.counter("mainstay.redis.fallbacks", "port", "rate_limiter", "reason", reason.detail())
                .increment();
    }

    /** Kept: they are the same for everybody, and every request needs them. */
    private List<byte[]> unseeded(RatePolicy policy) {
        List<byte[]> known = unseeded.get(policy);
        return known != null ? known : unseeded.computeIfAbsent(policy, RedisRateLimiter::unseededArguments);
    }

    private static List<byte[]> unseededArguments(RatePolicy policy) {
        var arguments = new ArrayList<byte[]>();
        arguments.add(SEEDED);
        for (Window window : policy.windows()) {
            arguments.add(number(window.limit()));
            arguments.add(number(window.length().toMillis()));
            arguments.add(number(0));
        }
        return arguments;
    }

    private static List<byte[]> arguments(byte[] mode, RatePolicy policy, RateSubject subject, UsageReader usage) {
        var arguments = new ArrayList<byte[]>();
        arguments.add(mode);
        for (Window window : policy.windows()) {
            arguments.add(number(window.limit()));
            arguments.add(number(window.length().toMillis()));
            arguments.add(number(window.isSeeded() ? usage.usedWithin(subject, window.length()) : 0));
        }
        return arguments;
    }

    private static byte[] number(long value) {
        return Long.toString(value).getBytes(US_ASCII);
    }

    private static Verdict verdict(RatePolicy policy, List<Long> answer) {
        var states = new ArrayList<WindowState>();
        for (int index = 0; index < policy.windows().size(); index++) {
            Window window = policy.windows().get(index);
            long used = answer.get(1 + 2 * index);
            long resetsIn = answer.get(2 + 2 * index);
            states.add(new WindowState(
                    window, (int) Math.max(0, window.limit() - used), Duration.ofMillis(Math.max(0, resetsIn))));
        }
        return new Verdict(answer.getFirst() == 1, states);
    }
}
