package dev.mainstay.http.planner.exchange;

import static dev.mainstay.http.planner.exchange.Calendars.one;
import static dev.mainstay.http.planner.exchange.Calendars.read;
import static dev.mainstay.http.planner.exchange.Calendars.skipped;
import static dev.mainstay.http.planner.exchange.Calendars.vtodo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.planner.ImportCandidate.Usable;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.TaskTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingCalendarsTest {

    @Test
    void everything_a_task_can_say_is_read() {
        var task = one("""
                UID:1@example.org
                SUMMARY:Pay\\, then\\; file
                DESCRIPTION:First line\\nsecond
                  folded line
                CATEGORIES:HOME,Human\\, Resources
                CATEGORIES:third
                PRIORITY:1
                DTSTART;TZID=America/New_York:20260301T090000
                DUE;TZID=America/New_York:20260302T090000
                SEQUENCE:3
                LAST-MODIFIED:20260201T100000Z
                RRULE:FREQ=WEEKLY;COUNT=4
                EXDATE;TZID=America/New_York:20260308T090000
                EXDATE:20260315T130000Z
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER:-PT30M
                END:VALARM
                """);
        var content = task.content();

        assertThat(content.title().value()).isEqualTo("Pay, then; file");
        assertThat(content.notes().value()).isEqualTo("First line\nsecond folded line");
        assertThat(content.labels()).isEqualTo(Labels.of("HOME", "Human, Resources", "third"));
        assertThat(content.priority()).isEqualTo(Priority.HIGH);
        assertThat(content.start()).isEqualTo(zoned("2026-03-01T09:00", "America/New_York"));
        assertThat(content.due()).isEqualTo(zoned("2026-03-02T09:00", "America/New_York"));
        assertThat(content.remind()).isEqualTo(zoned("2026-03-01T08:30", "America/New_York"));
        assertThat(content.recurrence()).isNotNull().satisfies(recurrence -> {
            assertThat(recurrence.rule()).isEqualTo("FREQ=WEEKLY;COUNT=4");
            assertThat(recurrence.except())
                    .containsExactly(LocalDateTime.parse("2026-03-08T09:00"), LocalDateTime.parse("2026-03-15T09:00"));
        });
        assertThat(task.revision()).isNotNull().satisfies(revision -> {
            assertThat(revision.sequence()).isEqualTo(3);
            assertThat(revision.at()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
        });
        assertThat(task.done()).isFalse();
    }

    @Test
    void times_come_as_days_floating_and_in_utc() {
        assertThat(one("UID:1\nDUE;VALUE=DATE:20260301").content().due()).isEqualTo(day("2026-03-01"));
        assertThat(one("UID:1\nDUE:20260301").content().due()).isEqualTo(day("2026-03-01"));
        assertThat(one("UID:1\nDUE:20260301T235959").content().due())
                .isEqualTo(zoned("2026-03-01T23:59:59", "Europe/Berlin"));
        assertThat(one("UID:1\nDUE:20260301T100000Z").content().due()).isEqualTo(zoned("2026-03-01T10:00", "UTC"));
    }

    @Test
    void a_duration_gives_the_due_time_in_days_of_the_calendar_and_hours_of_the_clock() {
        assertThat(one("UID:1\nDTSTART;VALUE=DATE:20260301\nDURATION:P2W")
                        .content()
                        .due())
                .isEqualTo(day("2026-03-15"));
        assertThat(one("UID:1\nDTSTART:20260328T120000\nDURATION:P1D").content().due())
                .isEqualTo(zoned("2026-03-29T12:00", "Europe/Berlin"));
        assertThat(one("UID:1\nDTSTART:20260328T120000\nDURATION:PT24H")
                        .content()
                        .due())
                .isEqualTo(zoned("2026-03-29T13:00", "Europe/Berlin"));
    }

    @Test
    void odd_names_of_zones_are_understood_and_unknown_ones_said() {
        for (String tzid : List.of(
                "America-New_York",
                "US-Eastern",
                "/citadel.org/20210210_1/America/New_York",
                "Eastern Standard Time",
                "america/new_york")) {
            var due = Objects.requireNonNull(one("UID:1\nDUE;TZID=" + tzid + ":20260301T090000")
                    .content()
                    .due());
            assertThat(due.instant()).as(tzid).isEqualTo(Instant.parse("2026-03-01T14:00:00Z"));
        }
        assertThat(skipped(vtodo("UID:1\nDUE;TZID=US--Fictitious-Eastern:20260301T090000"))
                        .code())
                .isEqualTo("unknown_time_zone");
    }

    @Test
    void a_zone_that_says_where_it_is_is_believed() {
        var items = read("""
                BEGIN:VCALENDAR
                BEGIN:VTIMEZONE
                TZID:Custom 1
                X-LIC-LOCATION:America/Chicago
                BEGIN:STANDARD
                DTSTART:19671029T020000
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VTODO
                UID:1
                DUE;TZID=Custom 1:20260301T090000
                END:VTODO
                END:VCALENDAR
                """);

        assertThat(((Usable) items.getFirst()).content().due()).isEqualTo(zoned("2026-03-01T09:00", "America/Chicago"));
    }

    @Test
    void done_is_what_says_so() {
        assertThat(one("UID:1\nSTATUS:COMPLETED").done()).isTrue();
        assertThat(one("UID:1\nPERCENT-COMPLETE:100").done()).isTrue();
        assertThat(one("UID:1\nCOMPLETED:20260301T100000Z").doneAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(one("UID:1\nSTATUS:IN-PROCESS\nPERCENT-COMPLETE:40").done()).isFalse();
        assertThat(skipped(vtodo("UID:1\nSTATUS:CANCELLED")).code()).isEqualTo("cancelled");
    }

    private static TaskTime zoned(String local, String zone) {
        return TaskTime.zoned(LocalDateTime.parse(local), zone);
    }

    private static TaskTime day(String date) {
        return new TaskTime.AllDay(LocalDate.parse(date));
    }
}
