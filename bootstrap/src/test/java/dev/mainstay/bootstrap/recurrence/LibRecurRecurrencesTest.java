package dev.mainstay.bootstrap.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.planner.Recurrences;
import dev.mainstay.application.planner.RecurrencesContract;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibRecurRecurrencesTest extends RecurrencesContract {

    private final Recurrences recurrences = new LibRecurRecurrences();

    @Override
    protected Recurrences recurrences() {
        return recurrences;
    }

    @Test
    void weekdays_are_taken_in_turn() {
        assertThat(series("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", berlin("2026-01-05T09:00"), 4))
                .containsExactly("2026-01-07", "2026-01-19", "2026-01-21", "2026-02-02");
    }

    @Test
    void the_31st_is_left_out_where_there_is_none() {
        assertThat(series("FREQ=MONTHLY;BYMONTHDAY=31", berlin("2026-01-31T09:00"), 3))
                .containsExactly("2026-03-31", "2026-05-31", "2026-07-31");
    }

    @Test
    void the_last_friday_of_a_month_is_found() {
        assertThat(series("FREQ=MONTHLY;BYDAY=-1FR", berlin("2026-01-30T09:00"), 3))
                .containsExactly("2026-02-27", "2026-03-27", "2026-04-24");
        assertThat(series("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", berlin("2026-01-30T09:00"), 3))
                .containsExactly("2026-02-27", "2026-03-31", "2026-04-30");
    }

    @Test
    void the_29th_of_february_comes_every_four_years() {
        assertThat(series("FREQ=YEARLY", new TaskTime.AllDay(LocalDate.parse("2024-02-29")), 2))
                .containsExactly("2028-02-29", "2032-02-29");
    }

    @Test
    void wall_times_in_new_york_keep_their_hour_and_move_their_instant() {
        var from = TaskTime.zoned(LocalDateTime.parse("2026-03-07T09:00"), "America/New_York");
        var next = from.at(next("FREQ=DAILY", from).orElseThrow().local());

        assertThat(next.local()).isEqualTo(LocalDateTime.parse("2026-03-08T09:00"));
        assertThat(Duration.between(from.instant(), next.instant())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void a_skipped_wall_time_is_read_with_the_offset_before_the_gap_and_a_double_one_is_the_first() {
        assertThat(berlin("2026-03-29T02:30").instant()).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(berlin("2026-10-25T02:30").instant()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void until_is_the_last_moment_in_whatever_form() {
        assertThat(next("FREQ=DAILY;UNTIL=20260102T080000Z", berlin("2026-01-01T09:00")))
                .isPresent();
        assertThat(next("FREQ=DAILY;UNTIL=20260102T075959Z", berlin("2026-01-01T09:00")))
                .isEmpty();
        assertThat(next("FREQ=DAILY;UNTIL=20260102", berlin("2026-01-01T09:00")))
                .isPresent();
        assertThat(next("FREQ=DAILY;UNTIL=20260101", berlin("2026-01-01T09:00")))
                .isEmpty();
        var day = new TaskTime.AllDay(LocalDate.parse("2026-01-01"));
        assertThat(next("FREQ=DAILY;UNTIL=20260102", day)).isPresent();
        assertThat(next("FREQ=DAILY;UNTIL=20260101T235959Z", day)).isEmpty();
    }

    @Test
    void a_rule_that_gives_nothing_is_refused_at_once() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(
                        () -> recurrences.canonical("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", berlin("2026-01-01T09:00")));
    }

    @Test
    void rules_that_only_look_like_rules_are_refused() {
        for (String rule : List.of(
                "FREQ=DAILY;BYMONTHDAY=99",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;COUNT=2;UNTIL=20260102",
                "FREQ=DAILY;FREQ=WEEKLY",
                "RRULE:FREQ=DAILY",
                "FREQ=DAILY;BYHOUR=25",
                "FREQ=DAILY;NONSENSE=1",
                "FREQ=DAILY;BYSECOND=0,1,2",
                "FREQ=DAILY\r\nX:1",
                "FREQ=DAILY;UNTIL=tomorrow")) {
            assertThatExceptionOfType(Invalid.class)
                    .as(rule)
                    .isThrownBy(() -> recurrences.canonical(rule, berlin("2026-01-01T09:00")));
        }
    }

    private List<String> series(String rule, TaskTime from, int length) {
        var dates = new ArrayList<String>();
        TaskTime at = from;
        for (int i = 0; i < length; i++) {
            at = at.at(next(rule, at).orElseThrow().local());
            dates.add(at.local().toLocalDate().toString());
        }
        return dates;
    }
}
