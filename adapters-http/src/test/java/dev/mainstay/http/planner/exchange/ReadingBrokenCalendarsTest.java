package dev.mainstay.http.planner.exchange;

import static dev.mainstay.http.planner.exchange.Calendars.BERLIN;
import static dev.mainstay.http.planner.exchange.Calendars.one;
import static dev.mainstay.http.planner.exchange.Calendars.read;
import static dev.mainstay.http.planner.exchange.Calendars.skipped;
import static dev.mainstay.http.planner.exchange.Calendars.vtodo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.application.planner.ImportCandidate.Unusable;
import dev.mainstay.domain.refusal.Invalid;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other programs make of calendars, and what is left of it here. */
class ReadingBrokenCalendarsTest {

    @Test
    void fragments_without_a_calendar_and_several_calendars_are_read() {
        var items = read("""
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                SUMMARY:A party
                END:VEVENT
                END:VCALENDAR

                BEGIN:VTODO
                UID:2
                SUMMARY:Tax
                DTSTART:19970415T133000Z
                DUE:19970416T045959Z
                END:VTODO

                BEGIN:VALARM
                TRIGGER:-PT30M
                DESCRIPTION:Breakfast\\n
                 team
                END:VALARM
                BEGIN:VCALENDAR
                METHOD:REPLY
                BEGIN:VTODO
                UID:3
                END:VTODO
                END:VCALENDAR
                BEGIN:VTODO
                UID:4
                RECURRENCE-ID:19980101T170000Z
                END:VTODO
                """);

        assertThat(items)
                .extracting(ReadingBrokenCalendarsTest::code)
                .containsExactly("not_a_task", "", "not_a_task", "method_reply", "single_occurrence");
        assertThat(items)
                .extracting(ImportCandidate::kind)
                .containsExactly("VEVENT", "VTODO", "VALARM", "VTODO", "VTODO");
        assertThat(items).extracting(ImportCandidate::index).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void broken_lines_and_missing_ends_spoil_their_own_item_alone() {
        var items = read("""
                BEGIN:VCALENDAR
                BEGIN:VTODO
                UID:1
                SUMMARY:open
                BEGIN:VTODO
                UID:2
                this is no property
                DESCRIPTION:x\\n
                 Definition
                 of
                END:VTODO
                END:VEVENT
                BEGIN:VTODO
                UID:3
                DUE:tomorrow
                END:VTODO
                BEGIN:VTODO
                UID:4
                SUMMARY:cut off
                """);

        assertThat(items)
                .extracting(ReadingBrokenCalendarsTest::code)
                .containsExactly("not_closed", "", "malformed", "not_closed");
    }

    @Test
    void titles_are_made_fit_and_texts_too_long_are_said() {
        assertThat(one("UID:1\nSUMMARY:a\\nb\tc\u0007d\u202Ee")
                        .content()
                        .title()
                        .value())
                .isEqualTo("a b c d e");
        assertThat(one("UID:1").content().title().value()).isEqualTo("Untitled");
        assertThat(skipped(vtodo("UID:1\nSUMMARY:" + "x".repeat(201))).code()).isEqualTo("too_long");
        assertThat(skipped(vtodo("UID:" + "x".repeat(1001))).code()).isEqualTo("unfit_uid");
    }

    @Test
    void empty_lines_at_the_beginning_and_between_are_nothing() {
        assertThat(read("\n \n\n" + vtodo("UID:1") + "\n\n" + vtodo("UID:2"))).hasSize(2);
    }

    @Test
    void a_task_without_uid_is_the_same_task_the_next_time() {
        assertThat(one("SUMMARY:x").uid())
                .isEqualTo(one("SUMMARY:x").uid())
                .isNotEqualTo(one("SUMMARY:y").uid());
    }

    @Test
    void what_is_no_calendar_is_refused() {
        for (String file : List.of("", "<html></html>", "title,notes\na,b", "\u0000\u0001\u0002")) {
            assertThatExceptionOfType(Invalid.class).isThrownBy(() -> read(file));
        }
    }

    @Test
    void reading_ends_soon_after_the_most_there_may_be() {
        String file = "BEGIN:VTODO\nEND:VTODO\n".repeat(100);

        assertThat(CalendarReader.read(new StringReader(file), BERLIN, 10)).hasSize(11);
    }

    private static String code(ImportCandidate item) {
        return item instanceof Unusable unusable ? unusable.code() : "";
    }
}
