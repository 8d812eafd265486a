package dev.mainstay.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.patience.Patience;
import dev.mainstay.redis.connection.RequestBudget.Purpose;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RequestBudgetTest {

    private final RequestBudget budget = new RequestBudget(Duration.ofMinutes(50), Duration.ofMinutes(100));

    /** Each request is a thread of its own. */
    private static <T> T request(Supplier<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> result.complete(work.get()));
        return result.join();
    }

    private static long minutes(long minutes) {
        return Duration.ofMinutes(minutes).toNanos();
    }

    @Test
    void a_step_gets_its_budget_and_no_more() {
        assertThat(request(() -> budget.next(Purpose.OTHER))).isEqualTo(minutes(50));
        assertThat(request(() -> budget.next(Purpose.FENCE))).isEqualTo(minutes(100));
    }

    @Test
    void half_of_the_whole_is_kept_for_fences() {
        boolean otherLeft = request(() -> {
            budget.spend(minutes(50));
            // A moment is forgiven while this is being looked at.
            return budget.next(Purpose.OTHER) > minutes(1);
        });
        boolean fenceLeft = request(() -> {
            budget.spend(minutes(50));
            return budget.next(Purpose.FENCE) > minutes(49);
        });

        assertThat(otherLeft).isFalse();
        assertThat(fenceLeft).isTrue();
    }

    @Test
    void when_all_is_spent_nobody_waits() {
        assertThat(request(() -> {
                    budget.spend(minutes(110));
                    return budget.next(Purpose.FENCE);
                }))
                .isNegative();
    }

    @Test
    void quick_answers_are_not_counted() {
        assertThat(request(() -> {
                    for (int answer = 0; answer < 1_000_000; answer++) {
                        budget.spend(Duration.ofMillis(1).toNanos());
                    }
                    return budget.next(Purpose.OTHER);
                }))
                .isEqualTo(minutes(50));
    }

    @Test
    void the_threads_of_one_request_wait_out_of_one_purse() {
        var patience = new Patience();
        Supplier<Long> step = () -> {
            Patience before = Patience.exchange(patience);
            try {
                budget.spend(minutes(45));
                return budget.next(Purpose.FENCE);
            } finally {
                Patience.exchange(before);
            }
        };

        assertThat(request(step)).isEqualTo(minutes(55));
        assertThat(request(step)).isEqualTo(minutes(10));
        assertThat(budget.longestSeconds()).isEqualTo(90 * 60.0);
        assertThat(Patience.current()).isEmpty();
    }

    @Test
    void one_requests_waiting_is_not_anothers() {
        request(() -> {
            budget.spend(minutes(100));
            return true;
        });

        assertThat(request(() -> budget.next(Purpose.OTHER))).isEqualTo(minutes(50));
    }
}
