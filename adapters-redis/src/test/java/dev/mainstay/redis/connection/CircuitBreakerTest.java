package dev.mainstay.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.redis.connection.CircuitBreaker.State;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private final CircuitBreaker breaker = new CircuitBreaker(3);

    private void closed() {
        breaker.halfOpen();
        assertThat(breaker.close()).isTrue();
    }

    @Test
    void it_starts_open() {
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void it_does_not_close_without_a_probe() {
        assertThat(breaker.close()).isFalse();
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void three_failures_in_a_row_open_it_and_a_success_between_starts_anew() {
        closed();
        breaker.failed("test");
        breaker.failed("test");
        breaker.succeeded();
        breaker.failed("test");
        breaker.failed("test");
        assertThat(breaker.isClosed()).isTrue();

        breaker.failed("test");

        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void what_goes_wrong_during_the_repair_keeps_it_open() {
        breaker.halfOpen();
        breaker.open("a fence was lost");

        assertThat(breaker.close()).isFalse();
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void a_late_success_does_not_close_it() {
        breaker.succeeded();

        assertThat(breaker.isClosed()).isFalse();
    }

    @Test
    void a_probe_does_not_reopen_a_closed_one() {
        closed();
        breaker.halfOpen();

        assertThat(breaker.isClosed()).isTrue();
        assertThat(breaker.gauge()).isZero();
    }
}
