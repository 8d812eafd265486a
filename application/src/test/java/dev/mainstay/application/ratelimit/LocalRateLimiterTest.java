package dev.mainstay.application.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.ratelimit.RatePolicy.Window;
import dev.mainstay.application.time.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LocalRateLimiterTest extends RateLimiterContract {

    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final LocalRateLimiter limiter = new LocalRateLimiter(clock, 1000);
    private final RatePolicy perMinute = RatePolicy.of("contract", Window.perMinute(2));

    @Override
    protected RateLimiter limiter() {
        return limiter;
    }

    @Override
    protected void elapse(Duration duration) {
        clock.advance(duration);
    }

    @Test
    void its_memory_is_bounded_and_the_least_recently_used_go_first() {
        var faithful = RateSubject.ip("faithful");
        limiter.take(perMinute, faithful);
        limiter.take(perMinute, faithful);
        for (int stranger = 0; stranger < 3000; stranger++) {
            limiter.take(perMinute, RateSubject.ip("stranger-" + stranger));
            limiter.take(perMinute, faithful);
        }

        assertThat(limiter.size()).isEqualTo(1000);
        assertThat(limiter.take(perMinute, faithful).allowed()).isFalse();
    }

    @Test
    void counters_that_nobody_uses_any_more_are_evicted() {
        for (int stranger = 0; stranger < 500; stranger++) {
            limiter.take(perMinute, RateSubject.ip("stranger-" + stranger));
        }
        clock.advance(Duration.ofMinutes(2));
        limiter.take(perMinute, RateSubject.ip("last"));

        assertThat(limiter.size()).isEqualTo(1);
    }

    @Test
    void a_counter_that_has_merely_run_out_is_not_seeded_again() {
        var quota = RatePolicy.of("contract", Window.perDay(1));
        var user = RateSubject.ip("regular");
        limiter.take(quota, user, (who, past) -> 0);
        clock.advance(Duration.ofDays(1));

        assertThat(limiter.take(quota, user, (who, past) -> 1).allowed()).isTrue();
    }
}
