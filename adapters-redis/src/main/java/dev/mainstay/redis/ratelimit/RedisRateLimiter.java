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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToLongFunction;

/**
 * Counts in Redis, all windows of a policy in one script and one round trip, by Redis's clock (R1). Only a subject whose counter is
 * absent and may have been lost costs a second one, with what PostgreSQL knows.
 *
 * <p>The uses of whoever may not wait are counted a few at a time, a hundredth of what is left, so that most reads need not ask at all. The limit
 * is never exceeded by that; with several instances, what each has counted ahead is refused by the others as used.
 */
public final class RedisRateLimiter implements RateLimiter {

    private static final byte[] ASK = "ask".getBytes(US_ASCII);
    private static final byte[] SEEDED = "seeded".getBytes(US_ASCII);
    private static final byte[] ONE = number(1);
    private static final long ABSENT = -1;

    /** Uses that are counted at once where nobody waits, if a hundredth of the room is as much. */
    private static final int MOST_AHEAD = 8;

    private final RedisWrites writes;
    private final RateLimiter fallback;
    private final MeterRegistry meters;
    private final UsesAhead ahead = new UsesAhead();
    private final ConcurrentMap<RatePolicy, List<byte[]>> several = new ConcurrentHashMap<>();

    public RedisRateLimiter(RedisWrites writes, RateLimiter fallback, MeterRegistry meters) {
        this.writes = writes;
        this.fallback = fallback;
        this.meters = meters;
    }

    @Override
    public Verdict take(RatePolicy policy, RateSubject subject, UsageReader usage) {
        String key = policy.key(subject).toString();
        try {
            return verdict(policy, count(key, policy, subject, usage));
        } catch (RedisUnavailable unavailable) {
            fellBack(unavailable.reason());
            return fallback.take(policy, subject, usage);
        }
    }

    private List<Long> count(String key, RatePolicy policy, RateSubject subject, UsageReader usage) {
        if (usage == UsageReader.NONE || policy.windows().stream().noneMatch(Window::isSeeded)) {
            return writes.count(key, arguments(SEEDED, ONE, policy, window -> 0));
        }
        List<Long> answer = writes.count(key, arguments(ASK, ONE, policy, window -> 0));
        return answer.getFirst() == ABSENT
                ? writes.count(
                        key,
                        arguments(
                                SEEDED,
                                ONE,
                                policy,
                                window -> window.isSeeded() ? usage.usedWithin(subject, window.length()) : 0))
                : answer;
    }

    @Override
    public CompletionStage<Verdict> takeSoon(RatePolicy policy, RateSubject subject) {
        String key = policy.key(subject).toString();
        Optional<Verdict> counted = ahead.use(key);
        if (counted.isPresent()) {
            return CompletableFuture.completedFuture(counted.get());
        }
        return writes.countSoon(key, several(policy)).handle((answer, failure) -> {
            if (failure == null) {
                Verdict verdict = verdict(policy, answer);
                return verdict.allowed() ? ahead.keep(key, answer.getFirst().intValue(), verdict.windows()) : verdict;
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
    private List<byte[]> several(RatePolicy policy) {
        List<byte[]> known = several.get(policy);
        return known != null
                ? known
                : several.computeIfAbsent(policy, any -> arguments(SEEDED, number(MOST_AHEAD), any, window -> 0));
    }

    private static List<byte[]> arguments(byte[] mode, byte[] uses, RatePolicy policy, ToLongFunction<Window> seed) {
        var arguments = new ArrayList<byte[]>();
        arguments.add(mode);
        arguments.add(uses);
        for (Window window : policy.windows()) {
            arguments.add(number(window.limit()));
            arguments.add(number(window.length().toMillis()));
            arguments.add(number(seed.applyAsLong(window)));
        }
        return arguments;
    }

    private static byte[] number(long value) {
        return Long.toString(value).getBytes(US_ASCII);
    }

    private static Verdict verdict(RatePolicy policy, List<Long> answer) {
        var states = new ArrayList<WindowState>(policy.windows().size());
        for (int index = 0; index < policy.windows().size(); index++) {
            Window window = policy.windows().get(index);
            long used = answer.get(1 + 2 * index);
            long resetsIn = answer.get(2 + 2 * index);
            states.add(new WindowState(
                    window, (int) Math.max(0, window.limit() - used), Duration.ofMillis(Math.max(0, resetsIn))));
        }
        return new Verdict(answer.getFirst() > 0, states);
    }
}
