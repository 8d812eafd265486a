package dev.mainstay.bootstrap.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tasks come from files, and go into files. */
class TaskFilesE2E {

    private static final String TASKS = "/api/v1/tasks";

    private final Api api = MainstayServer.shared().newUser().api();

    @Test
    void a_calendar_is_imported_again_without_change_and_exported_as_it_was() {
        var ics = api.header("Content-Type", "text/calendar");
        String file = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VEVENT
                UID:1@example.org
                SUMMARY:Party
                END:VEVENT
                BEGIN:VTODO
                UID:2@example.org
                SUMMARY:Tax
                DUE;TZID=Europe/Berlin:20260401T120000
                RRULE:FREQ=YEARLY
                END:VTODO
                BEGIN:VTODO
                UID:3@example.org
                DUE:whenever
                END:VTODO
                END:VCALENDAR
                """;
        var first = ics.post(TASKS + "/import", file).expect(200);
        assertThat(first.text("created")).isEqualTo("1");
        assertThat(outcomes(first)).containsExactly("SKIPPED", "CREATED", "SKIPPED");
        assertThat(outcomes(ics.post(TASKS + "/import", file))).containsExactly("SKIPPED", "UNCHANGED", "SKIPPED");
        assertThat(outcomes(ics.post(TASKS + "/import", file.replace("Tax", "Taxes"))))
                .containsExactly("SKIPPED", "UPDATED", "SKIPPED");

        var exported = api.get(TASKS + "/export.ics").expect(200);
        assertThat(exported.header("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(exported.body()).contains("SUMMARY:Taxes\r\n", "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n");
        assertThat(outcomes(ics.post(TASKS + "/import", exported.body()))).containsExactly("UNCHANGED");

        var csv = api.get(TASKS + "/export.csv").expect(200);
        assertThat(outcomes(api.header("Content-Type", "text/csv").post(TASKS + "/import", csv.body())))
                .containsExactly("UNCHANGED");
    }

    @Test
    void what_is_no_file_of_tasks_is_refused() {
        api.header("Content-Type", "text/calendar")
                .post(TASKS + "/import", "hello")
                .expect(400);
        api.header("Content-Type", "text/csv")
                .post(TASKS + "/import", "a,b\n1,2\n")
                .expect(400);
        api.header("Content-Type", "text/plain")
                .post(TASKS + "/import", "hello")
                .expect(415);
        api.post(TASKS + "/import", "{}").expect(415);
    }

    @Test
    void ten_thousand_items_are_imported_in_seconds() {
        var file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        for (int i = 0; i < 10_000; i++) {
            file.append("BEGIN:VTODO\r\nUID:")
                    .append(i)
                    .append("@example.org\r\nSUMMARY:Task ")
                    .append(i)
                    .append("\r\nDUE;TZID=Europe/Berlin:20260401T120000\r\nRRULE:FREQ=WEEKLY\r\nEND:VTODO\r\n");
        }
        String ics = file.append("END:VCALENDAR\r\n").toString();
        var imported = api.header("Content-Type", "text/calendar")
                .post(TASKS + "/import", ics)
                .expect(200);

        assertThat(imported.text("created")).isEqualTo("10000");
        assertThat(imported.took()).isLessThan(Duration.ofSeconds(30));
        var exported = api.get(TASKS + "/export.ics").expect(200);
        var again = api.header("Content-Type", "text/calendar")
                .post(TASKS + "/import", exported.body())
                .expect(200);
        assertThat(again.text("unchanged")).isEqualTo("10000");
    }

    private static List<String> outcomes(Answer report) {
        return StreamSupport.stream(report.expect(200).json().get("items").spliterator(), false)
                .map(TaskFilesE2E::outcome)
                .toList();
    }

    private static String outcome(JsonNode item) {
        return item.get("outcome").asText();
    }
}
