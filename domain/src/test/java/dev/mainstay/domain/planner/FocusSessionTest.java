package dev.mainstay.domain.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FocusSessionTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final FocusSession.Running session = FocusSession.start(plan(Duration.ofMinutes(25)));

    @Test
    void pauses_are_left_out_of_the_focused_time() {
        var running = session.pause(minute(10)).resume(minute(30));

        assertThat(running.focused(minute(35))).hasMinutes(15);
        assertThat(running.pause(minute(35)).focused(minute(500))).hasMinutes(15);
        assertThat(running.finish(minute(40)).focused(minute(500))).hasMinutes(20);
    }

    @Test
    void a_pause_moves_the_planned_end() {
        assertThat(session.plannedEnd()).isEqualTo(minute(25));
        assertThat(session.pause(minute(10)).plannedEnd()).isEqualTo(minute(25));
        assertThat(session.pause(minute(10)).resume(minute(30)).plannedEnd()).isEqualTo(minute(45));
        assertThat(session.pause(minute(40)).resume(minute(50)).plannedEnd()).isEqualTo(minute(50));
    }

    @Test
    void each_move_makes_the_next_version() {
        assertThat(session.pause(minute(1))
                        .resume(minute(2))
                        .finish(minute(3))
                        .version()
                        .number())
                .isEqualTo(4);
    }

    @Test
    void a_move_that_its_state_does_not_allow_is_a_conflict() {
        assertThatThrownBy(() -> session.resume(minute(1))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> session.pause(minute(1)).pause(minute(2))).isInstanceOf(Conflict.class);
    }

    @Test
    void what_is_over_stays_over() {
        for (FocusSession over : List.of(session.finish(minute(1)), session.abandon(minute(1)))) {
            assertThatThrownBy(() -> over.pause(minute(2))).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> over.resume(minute(2))).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> over.finish(minute(2))).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> over.abandon(minute(2))).isInstanceOf(Conflict.class);
            assertThatThrownBy(over::finishOverdue).isInstanceOf(Conflict.class);
        }
    }

    @Test
    void a_forgotten_session_counts_until_its_planned_end_or_its_pause() {
        assertThat(session.finishOverdue().focused(minute(9_000))).hasMinutes(25);
        assertThat(session.finishOverdue().endedAt()).isEqualTo(minute(25));
        assertThat(session.pause(minute(10)).finishOverdue().focused(minute(9_000)))
                .hasMinutes(10);
    }

    @Test
    void a_clock_that_lags_a_little_makes_no_negative_time() {
        var resumed = session.pause(minute(10)).resume(minute(9));

        assertThat(resumed.since()).isEqualTo(minute(10));
        assertThat(resumed.pause(minute(9)).focused(minute(20))).hasMinutes(10);
    }

    @Test
    void a_plan_is_1_to_240_whole_minutes() {
        for (Duration wrong :
                List.of(Duration.ZERO, Duration.ofMinutes(FocusPlan.MAX_MINUTES + 1), Duration.ofSeconds(90))) {
            assertThatThrownBy(() -> plan(wrong)).isInstanceOf(Invalid.class);
        }
        assertThat(plan(Duration.ofMinutes(FocusPlan.MAX_MINUTES)).planned()).hasHours(4);
    }

    private static FocusPlan plan(Duration planned) {
        return new FocusPlan(
                new FocusSessionId(new UUID(0, 1)), new UserId(new UUID(0, 2)), Optional.empty(), planned, START);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
