package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.planner.Recurrences.Next;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every reader of recurrence rules does. */
public abstract class RecurrencesContract {

    protected abstract Recurrences recurrences();

    @Test
    void nine_o_clock_stays_nine_o_clock_across_a_clock_change() {
        assertThat(next("FREQ=DAILY", berlin("2026-03-28T09:00"))).hasValue(at("2026-03-29T09:00", 2));
        assertThat(next("FREQ=WEEKLY", berlin("2026-10-22T09:00"))).hasValue(at("2026-10-29T09:00", 2));
    }

    @Test
    void a_time_that_a_clock_change_skips_is_still_an_occurrence() {
        assertThat(next("FREQ=DAILY", berlin("2026-03-28T02:30"))).hasValue(at("2026-03-29T02:30", 2));
        assertThat(next("FREQ=DAILY", berlin("2026-03-29T02:30"))).hasValue(at("2026-03-30T02:30", 2));
    }

    @Test
    void an_hourly_rule_never_gives_the_same_instant_twice() {
        assertThat(next("FREQ=HOURLY", berlin("2026-03-29T02:00"))).hasValue(at("2026-03-29T04:00", 3));
    }

    @Test
    void whole_days_repeat_as_days() {
        var day = new TaskTime.AllDay(LocalDate.parse("2026-03-28"));

        assertThat(next("FREQ=DAILY;INTERVAL=2", day)).hasValue(at("2026-03-30T00:00", 2));
    }

    @Test
    void count_ends_a_series() {
        var recurrence = fixed("FREQ=DAILY;COUNT=3");

        assertThat(recurrences().next(recurrence, berlin("2026-01-02T09:00"), 2))
                .hasValue(at("2026-01-03T09:00", 3));
        assertThat(recurrences().next(recurrence, berlin("2026-01-03T09:00"), 3))
                .isEmpty();
    }

    @Test
    void an_excepted_occurrence_is_left_out_and_counted() {
        var recurrence = new Recurrence(
                "FREQ=DAILY;COUNT=3", RepeatMode.FIXED, List.of(LocalDateTime.parse("2026-01-02T09:00")));

        assertThat(recurrences().next(recurrence, berlin("2026-01-01T09:00"), 1))
                .hasValue(at("2026-01-03T09:00", 3));
    }

    @Test
    void what_is_no_rule_or_an_absurd_one_is_refused_naming_the_field() {
        for (String rule : List.of(
                "",
                "daily",
                "FREQ=NEVER",
                "INTERVAL=2",
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=-1",
                "FREQ=DAILY;INTERVAL=100000000",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=100000000",
                "FREQ=DAILY;INTERVAL=99999999999999")) {
            assertThatExceptionOfType(Invalid.class)
                    .as(rule)
                    .isThrownBy(() -> recurrences().canonical(rule, berlin("2026-01-01T09:00")))
                    .satisfies(invalid ->
                            assertThat(invalid.errors().getFirst().field()).isEqualTo("recurrence.rule"));
        }
    }

    @Test
    void a_whole_day_does_not_repeat_by_the_hour() {
        var day = new TaskTime.AllDay(LocalDate.parse("2026-03-28"));

        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> recurrences().canonical("FREQ=HOURLY", day));
    }

    @Test
    void a_canonical_rule_stays_as_it_is() {
        String rule = recurrences().canonical("FREQ=WEEKLY;INTERVAL=2;COUNT=5", berlin("2026-01-01T09:00"));

        assertThat(recurrences().canonical(rule, berlin("2026-01-01T09:00"))).isEqualTo(rule);
    }

    protected final Optional<Next> next(String rule, TaskTime from) {
        return recurrences().next(fixed(recurrences().canonical(rule, from)), from, 1);
    }

    protected static Recurrence fixed(String rule) {
        return new Recurrence(rule, RepeatMode.FIXED, List.of());
    }

    protected static TaskTime berlin(String local) {
        return TaskTime.zoned(LocalDateTime.parse(local), "Europe/Berlin");
    }

    protected static Next at(String local, int number) {
        return new Next(LocalDateTime.parse(local), number);
    }
}
