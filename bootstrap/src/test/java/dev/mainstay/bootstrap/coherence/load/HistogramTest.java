package dev.mainstay.bootstrap.coherence.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private final Histogram histogram = new Histogram();

    @Test
    void shares_are_right_to_an_eighth() {
        for (int millis = 1; millis <= 1_000; millis++) {
            histogram.add(Duration.ofMillis(millis).toNanos());
        }
        assertThat(histogram.at(0.5)).isBetween(Duration.ofMillis(500), Duration.ofMillis(570));
        assertThat(histogram.at(0.99)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_000));
        assertThat(histogram.longest()).isEqualTo(Duration.ofSeconds(1));
        assertThat(histogram.count()).isEqualTo(1_000);
    }

    @Test
    void one_long_wait_is_not_lost_among_short_ones() {
        for (int i = 0; i < 100_000; i++) {
            histogram.add(2_000);
        }
        histogram.add(Duration.ofSeconds(9).toNanos());
        assertThat(histogram.at(0.99)).isLessThan(Duration.ofMillis(1));
        assertThat(histogram.longest()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void nothing_takes_no_time() {
        assertThat(histogram.at(0.99)).isZero();
        assertThat(histogram.longest()).isZero();
    }
}
