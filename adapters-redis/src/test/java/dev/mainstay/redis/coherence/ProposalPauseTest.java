package dev.mainstay.redis.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProposalPauseTest {

    private final ProposalPause pause = new ProposalPause(Duration.ofSeconds(1));
    private long now = Duration.ofDays(1).toNanos();

    private Duration untilOver() {
        long start = now;
        while (!pause.isOver(now)) {
            now += Duration.ofMillis(500).toNanos();
        }
        return Duration.ofNanos(now - start);
    }

    @Test
    void the_first_proposal_waits_for_nothing() {
        assertThat(pause.isOver(now)).isTrue();
    }

    @Test
    void each_further_one_waits_twice_as_long_up_to_five_minutes() {
        long longest = 0;
        for (int proposal = 0; proposal < 12; proposal++) {
            pause.proposed(now);
            Duration waited = untilOver();
            assertThat(waited).isEqualTo(Duration.ofSeconds(Math.min(300, 1L << proposal)));
            longest = waited.toSeconds();
        }
        assertThat(longest).isEqualTo(300);
    }

    @Test
    void after_ten_quiet_minutes_it_begins_anew() {
        pause.proposed(now);
        untilOver();
        pause.proposed(now);
        now += Duration.ofMinutes(11).toNanos();

        pause.proposed(now);

        assertThat(untilOver()).isEqualTo(Duration.ofSeconds(1));
    }
}
