package dev.mainstay.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final CircuitBreaker breaker = new CircuitBreaker(3);

    @Test
    void it_starts_open() {
        assertThat(breaker.isClosed()).isFalse();
        assertThat(breaker.gauge()).isEqualTo(1);
    }

    @Test
    void a_probe_closes_it() {
        breaker.close();

        assertThat(breaker.isClosed()).isTrue();
        assertThat(breaker.gauge()).isZero();
    }

    @Test
    void three_failures_in_a_row_open_it_and_a_success_between_starts_anew() {
        breaker.close();
        breaker.failed("test");
        breaker.failed("test");
        breaker.succeeded();
        breaker.failed("test");
        breaker.failed("test");
        assertThat(breaker.isClosed()).isTrue();

        breaker.failed("test");

        assertThat(breaker.isClosed()).isFalse();
    }

    @Test
    void a_probe_forgives_the_failures_before_it() {
        breaker.close();
        breaker.failed("test");
        breaker.failed("test");
        breaker.close();
        breaker.failed("test");

        assertThat(breaker.isClosed()).isTrue();
    }

    @Test
    void an_answer_that_is_late_while_others_come_does_not_count() {
        breaker.close();
        long asked = System.nanoTime();
        breaker.succeeded();
        for (int late = 0; late < 10; late++) {
            breaker.timedOut(asked);
        }
        assertThat(breaker.isClosed()).isTrue();

        long silentSince = System.nanoTime();
        for (int late = 0; late < 3; late++) {
            breaker.timedOut(silentSince);
        }
        assertThat(breaker.isClosed()).isFalse();
    }

    @Test
    void a_late_success_does_not_close_it() {
        breaker.succeeded();

        assertThat(breaker.isClosed()).isFalse();
    }
}
