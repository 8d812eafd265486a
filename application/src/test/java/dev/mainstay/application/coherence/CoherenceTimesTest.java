package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reasoning of coherence.md needs, whatever is configured. */
class CoherenceTimesTest {

    @ParameterizedTest
    @CsvSource({"500, 5000", "10, 20", "2000, 5000", "60000, 120000"})
    void every_choice_keeps_the_order_that_the_protocol_rests_on(long trust, long idle) {
        var times = new CoherenceTimes(Duration.ofMillis(trust), Duration.ofMillis(idle));

        assertThat(times.distrustTakes()).isGreaterThan(times.trust());
        assertThat(times.renewal().multipliedBy(3)).isLessThan(times.trust());
        assertThat(times.quarantine()).isGreaterThan(times.trust().plus(times.idleTransaction()));
        assertThat(times.fence()).isGreaterThan(times.quarantine());
        assertThat(times.fenceRenewal().multipliedBy(2)).isLessThan(times.quarantine());
        assertThat(times.distrustTakes()).isLessThan(times.idleTransaction());
    }

    @ParameterizedTest
    @CsvSource({"9, 5000", "500, 999", "0, 0"})
    void a_choice_that_would_break_it_is_refused(long trust, long idle) {
        assertThatThrownBy(() -> new CoherenceTimes(Duration.ofMillis(trust), Duration.ofMillis(idle)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("idle transaction");
    }
}
