package dev.mainstay.redis.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateLimiter.WindowState;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import dev.mainstay.redis.RedisFixture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UsesAheadTest {

    private final UsesAhead ahead = new UsesAhead();

    @Test
    void what_was_counted_is_used_one_by_one_and_the_headers_see_each() {
        assertThat(remaining(ahead.keep("key", 3, windows(90, Duration.ofMinutes(1)))))
                .isEqualTo(92);

        assertThat(ahead.use("key").map(UsesAheadTest::remaining)).hasValue(91);
        assertThat(ahead.use("key").map(UsesAheadTest::remaining)).hasValue(90);
        assertThat(ahead.use("key")).isEmpty();
        assertThat(ahead.use("another")).isEmpty();
    }

    @Test
    void nothing_is_kept_of_a_single_use() {
        ahead.keep("key", 1, windows(5, Duration.ofMinutes(1)));

        assertThat(ahead.use("key")).isEmpty();
    }

    @Test
    void two_who_have_asked_at_once_leave_the_uses_of_both() {
        ahead.keep("key", 3, windows(95, Duration.ofMinutes(1)));
        ahead.keep("key", 2, windows(93, Duration.ofMinutes(1)));

        assertThat(ahead.use("key")).isPresent();
        assertThat(ahead.use("key")).isPresent();
        assertThat(ahead.use("key")).isPresent();
        assertThat(ahead.use("key")).isEmpty();
    }

    @Test
    void none_is_lost_however_many_ask_at_once() throws Exception {
        int times = 20_000;
        Callable<Integer> asking = () -> {
            int used = 0;
            for (int time = 0; time < times; time++) {
                ahead.keep("key", 2, windows(90, Duration.ofMinutes(1)));
                used += ahead.use("key").isPresent() ? 1 : 0;
            }
            return used;
        };
        int used = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : threads.invokeAll(List.of(asking, asking, asking, asking))) {
                used += each.get();
            }
        }
        while (ahead.use("key").isPresent()) {
            used++;
        }

        assertThat(used).isEqualTo(4 * times);
    }

    @Test
    void they_end_with_their_window() {
        ahead.keep("key", 8, windows(90, Duration.ofMillis(20)));

        RedisFixture.elapse(Duration.ofMillis(20));

        assertThat(ahead.use("key")).isEmpty();
    }

    private static List<WindowState> windows(int remaining, Duration resetsIn) {
        return List.of(
                new WindowState(Window.perMinute(100), remaining, resetsIn),
                new WindowState(Window.perHour(1_000), remaining + 900, Duration.ofHours(1)));
    }

    private static int remaining(Verdict verdict) {
        return verdict.windows().getFirst().remaining();
    }
}
