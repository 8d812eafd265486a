package dev.mainstay.application.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.ratelimit.RateLimiter.UsageReader;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} does (R1). */
public abstract class RateLimiterContract {

    private static final Window SHORT = new Window(1, Duration.ofMillis(150));

    private final RateSubject subject = RateSubject.user(new UserId(UUID.randomUUID()));

    protected abstract RateLimiter limiter();

    /** Lets time go by for the limiter. */
    protected abstract void elapse(Duration duration);

    @Test
    void as_many_uses_as_the_limit_pass_and_the_next_is_refused() {
        var policy = RatePolicy.of("contract", Window.perMinute(3));

        assertThat(limiter().take(policy, subject).windows().getFirst().remaining())
                .isEqualTo(2);
        assertThat(limiter().take(policy, subject).windows().getFirst().remaining())
                .isEqualTo(1);
        assertThat(limiter().take(policy, subject).windows().getFirst().remaining())
                .isZero();
        assertThat(limiter().take(policy, subject).allowed()).isFalse();
    }

    @Test
    void a_use_counts_the_same_whether_one_waits_for_the_verdict_or_not() {
        var policy = RatePolicy.of("contract", Window.perMinute(2), Window.perHour(100));

        assertThat(soon(policy).windows())
                .extracting(RateLimiter.WindowState::remaining)
                .containsExactly(1, 99);
        assertThat(limiter().take(policy, subject).windows())
                .extracting(RateLimiter.WindowState::remaining)
                .containsExactly(0, 98);
        assertThat(soon(policy).allowed()).isFalse();
    }

    private RateLimiter.Verdict soon(RatePolicy policy) {
        return limiter()
                .takeSoon(policy, subject)
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void a_refusal_says_when_to_come_back() {
        var policy = RatePolicy.of("contract", Window.perMinute(1), Window.perHour(100));

        var allowed = limiter().take(policy, subject);
        var refused = limiter().take(policy, subject);

        assertThat(allowed.retryAfter()).isZero();
        assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void the_states_come_in_the_order_of_the_windows() {
        var policy = RatePolicy.of("contract", Window.perMinute(5), Window.perHour(50), Window.perDay(500));

        var verdict = limiter().take(policy, subject);

        assertThat(verdict.windows())
                .extracting(RateLimiter.WindowState::window)
                .isEqualTo(policy.windows());
        assertThat(verdict.windows())
                .extracting(RateLimiter.WindowState::remaining)
                .containsExactly(4, 49, 499);
        assertThat(verdict.windows().get(2).resetsIn()).isBetween(Duration.ofHours(23), Duration.ofDays(1));
    }

    @Test
    void a_window_starts_anew_when_its_time_is_over() {
        var policy = RatePolicy.of("contract", SHORT);

        limiter().take(policy, subject);
        elapse(SHORT.length());

        assertThat(limiter().take(policy, subject).allowed()).isTrue();
    }

    @Test
    void nothing_is_counted_when_any_window_is_full() {
        var policy = RatePolicy.of("contract", SHORT, Window.perHour(2));

        assertThat(limiter().take(policy, subject).allowed()).isTrue();
        for (int refused = 0; refused < 5; refused++) {
            var verdict = limiter().take(policy, subject);
            assertThat(verdict.windows().get(1).remaining()).isEqualTo(1);
        }
        elapse(SHORT.length());

        assertThat(limiter().take(policy, subject).allowed()).isTrue();
        elapse(SHORT.length());
        assertThat(limiter().take(policy, subject).allowed()).isFalse();
    }

    @Test
    void subjects_and_actions_are_counted_apart() {
        var policy = RatePolicy.of("contract", Window.perMinute(1));
        limiter().take(policy, subject);

        assertThat(limiter()
                        .take(policy, RateSubject.ip("c0ffee" + UUID.randomUUID()))
                        .allowed())
                .isTrue();
        assertThat(limiter()
                        .take(RatePolicy.of("other", Window.perMinute(1)), subject)
                        .allowed())
                .isTrue();
    }

    @Test
    void a_lost_counter_is_seeded_from_the_facts() {
        var policy = RatePolicy.of("contract", Window.perMinute(10), Window.perDay(3));
        UsageReader usage = (who, past) -> {
            assertThat(past).isEqualTo(Duration.ofDays(1));
            return 2;
        };

        var first = limiter().take(policy, subject, usage);
        var second = limiter().take(policy, subject, usage);

        assertThat(first.allowed()).isTrue();
        assertThat(first.windows())
                .extracting(RateLimiter.WindowState::remaining)
                .containsExactly(9, 0);
        assertThat(second.allowed()).isFalse();
    }

    @Test
    void facts_that_fill_a_window_refuse_the_first_use() {
        var policy = RatePolicy.of("contract", Window.perDay(3));

        assertThat(limiter().take(policy, subject, (who, past) -> 7).allowed()).isFalse();
        assertThat(limiter()
                        .take(policy, subject, (who, past) -> 7)
                        .windows()
                        .getFirst()
                        .remaining())
                .isZero();
    }

    @Test
    void the_facts_are_asked_only_when_the_counter_is_unknown() {
        var policy = RatePolicy.of("contract", Window.perHour(10));
        var asked = new AtomicInteger();
        UsageReader usage = (who, past) -> {
            asked.incrementAndGet();
            return 0;
        };

        limiter().take(policy, subject, usage);
        limiter().take(policy, subject, usage);

        assertThat(asked).hasValue(1);
    }

    @Test
    void many_at_once_never_exceed_the_limit() throws Exception {
        var policy = RatePolicy.of("contract", Window.perHour(40), Window.perDay(1000));
        var allowed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var uses = new ArrayList<CompletableFuture<Void>>();
            for (int use = 0; use < 120; use++) {
                uses.add(CompletableFuture.runAsync(
                        () -> {
                            if (limiter().take(policy, subject).allowed()) {
                                allowed.incrementAndGet();
                            }
                        },
                        threads));
            }
            CompletableFuture.allOf(uses.toArray(CompletableFuture<?>[]::new)).get(30, TimeUnit.SECONDS);
        }

        assertThat(allowed).hasValue(40);
    }

    @Test
    void nor_do_those_that_nobody_waits_for_and_all_of_the_limit_can_be_used() {
        var policy = RatePolicy.of("contract", Window.perMinute(250), Window.perDay(100_000));
        long allowed = 0;
        for (int round = 0; round < 100; round++) {
            var uses = new ArrayList<CompletableFuture<RateLimiter.Verdict>>();
            for (int use = 0; use < 4; use++) {
                uses.add(limiter().takeSoon(policy, subject).toCompletableFuture());
            }
            allowed += uses.stream()
                    .map(use -> use.orTimeout(20, TimeUnit.SECONDS).join())
                    .filter(RateLimiter.Verdict::allowed)
                    .count();
        }

        assertThat(allowed).isEqualTo(250);
    }
}
