package dev.mainstay.bootstrap.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TasksE2E {

    private static final String TASKS = "/api/v1/tasks";

    private final MainstayServer server = MainstayServer.shared();
    private final Api api = server.newUser().api();

    @Test
    void a_task_is_made_read_changed_done_reopened_deleted_and_restored() {
        var created = api.post(
                        TASKS,
                        Map.of(
                                "title",
                                "  Cafe\u0301 ",
                                "labels",
                                List.of("home"),
                                "due",
                                Map.of("date", "2026-03-01")))
                .expect(201);
        String path = created.header("Location").orElseThrow();
        assertThat(created.text("title")).isEqualTo("Caf\u00e9");

        var changed = api.ifMatch(created.etag())
                .patch(path, "{\"due\":null,\"priority\":\"HIGH\",\"notes\":\"n\"}")
                .expect(200);
        assertThat(changed.json().has("due")).isFalse();
        assertThat(changed.text("labels/0")).isEqualTo("home");
        assertThat(changed.text("priority")).isEqualTo("HIGH");

        assertThat(api.post(path + "/complete").expect(200).text("task/done")).isEqualTo("true");
        assertThat(api.post(path + "/reopen").expect(200).text("done")).isEqualTo("false");
        var deleted = api.ifMatch(api.get(path).expect(200).etag()).delete(path).expect(204);
        api.get(path).expectProblem(404, "task_not_found");
        assertThat(titles(api.get(TASKS + "?deleted=true"))).containsExactly("Caf\u00e9");
        assertThat(api.ifMatch(deleted.etag())
                        .post(path + "/restore")
                        .expect(200)
                        .json()
                        .has("deletedAt"))
                .isFalse();
        assertThat(api.get(path).expect(200).text("notes")).isEqualTo("n");
    }

    @Test
    void a_change_needs_the_version_it_is_meant_for() {
        var task = create("x");
        String path = path(task);

        api.patch(path, Map.of("title", "y")).expect(428);
        api.delete(path).expect(428);
        api.ifMatch(task.etag()).patch(path, Map.of("title", "y")).expect(200);
        api.ifMatch(task.etag()).patch(path, Map.of("title", "z")).expect(412);
        api.ifMatch(task.etag()).delete(path).expect(412);
        api.ifMatch(task.etag()).post(path + "/complete").expect(412);
    }

    @Test
    void another_s_task_is_not_there() {
        var task = create("mine");
        var stranger = server.newUser().api();
        String path = path(task);

        stranger.get(path).expect(404);
        stranger.ifMatch(task.etag()).patch(path, Map.of("title", "y")).expect(404);
        stranger.ifMatch(task.etag()).delete(path).expect(404);
        for (String action : List.of("complete", "reopen", "restore")) {
            stranger.post(path + '/' + action).expect(404);
        }
        var own = stranger.post(TASKS, Map.of("title", "own")).expect(201);
        stranger.post(path(own) + "/move", Map.of("after", task.text("id"))).expect(404);
        assertThat(titles(stranger.get(TASKS))).containsExactly("own");
    }

    @Test
    void bad_input_is_said_to_be_so_and_stores_nothing() {
        for (String body : List.of(
                "{}",
                "{\"title\":\"\"}",
                "{\"title\":\"a\\nb\"}",
                "{\"title\":\"\\u202Eevil\"}",
                "{\"title\":\"\\ud800\"}",
                "{\"title\":5}",
                "{\"title\":\"x\",\"colour\":\"red\"}",
                "{\"title\":\"x\",\"priority\":\"URGENT\"}",
                "{\"title\":\"x\",\"due\":{}}",
                "{\"title\":\"x\",\"due\":{\"dateTime\":\"2026-03-01T09:00:00\"}}",
                "{\"title\":\"x\",\"due\":{\"dateTime\":\"2026-03-01T09:00:00\",\"zone\":\"Mars/North\"}}",
                "{\"title\":\"x\",\"due\":{\"date\":\"2026-02-30\"}}",
                "{\"title\":\"x\",\"recurrence\":{\"rule\":\"FREQ=DAILY\"}}",
                "{\"title\":\"x\",\"due\":{\"date\":\"2026-03-01\"},\"recurrence\":{\"rule\":\"FREQ=SECONDLY\"}}",
                "{\"title\":\"x\",\"labels\":[\"\"]}",
                "{\"title\":\"x\",\"labels\":[null]}",
                "{\"title\":\"x\",\"due\":{\"date\":\"2026-03-01\"},\"recurrence\":{\"rule\":\"FREQ=DAILY\",\"except\":[null]}}",
                "[]",
                "{\"title\":")) {
            assertThat(api.post(TASKS, body).status()).as(body).isEqualTo(400);
        }
        for (String query : List.of(
                "sort=colour",
                "limit=0",
                "limit=-1",
                "limit=201",
                "cursor=forged",
                "state=MAYBE",
                "dueFrom=tomorrow",
                "q=",
                "q=" + "x".repeat(201),
                "priority=URGENT",
                "deleted=maybe",
                "dueBefore=%2B999999999-12-31T00:00:00Z")) {
            assertThat(api.get(TASKS + '?' + query).status()).as(query).isEqualTo(400);
        }
        api.get(TASKS + "/not-a-uuid").expect(400);
        assertThat(titles(api.get(TASKS))).isEmpty();
    }

    @Test
    void pages_hold_each_task_once_in_every_order() {
        for (int i = 0; i < 7; i++) {
            var fields = i % 2 == 0
                    ? Map.of("title", "t" + i % 3, "due", Map.of("date", "2026-03-0" + (i + 1)))
                    : Map.of("title", "t" + i % 3, "priority", "LOW");
            api.post(TASKS, fields).expect(201);
        }
        for (String sort :
                List.of("manual", "due", "-due", "priority", "-priority", "created", "-created", "title", "-title")) {
            var seen = new ArrayList<String>();
            String cursor = "";
            do {
                var page = api.get(TASKS + "?limit=2&sort=" + sort + cursor).expect(200);
                page.json().get("items").forEach(item -> seen.add(item.get("id").asText()));
                cursor = page.json().has("next") ? "&cursor=" + page.text("next") : "";
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).hasSize(7).doesNotHaveDuplicates();
        }
        assertThat(titles(api.get(TASKS + "?dueFrom=2026-03-02&dueBefore=2026-03-06&q=T")))
                .hasSize(2);
        assertThat(titles(api.get(TASKS + "?priority=LOW&state=OPEN"))).hasSize(3);
    }

    @Test
    void two_devices_that_complete_a_repeating_task_make_one_next_occurrence() throws Exception {
        var task = api.post(
                        TASKS,
                        Map.of(
                                "title", "water",
                                "due", Map.of("dateTime", "2026-03-28T09:00:00", "zone", "Europe/Berlin"),
                                "recurrence", Map.of("rule", "FREQ=DAILY")))
                .expect(201);
        Callable<Answer> complete = () -> api.post(path(task) + "/complete");
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = new ArrayList<String>();
            for (var answer : devices.invokeAll(List.of(complete, complete))) {
                next.add(answer.get().expect(200).text("next/id"));
                assertThat(answer.get().text("next/due/instant")).isEqualTo("2026-03-29T07:00:00Z");
            }
            assertThat(next.getFirst()).isEqualTo(next.getLast());
        }
        assertThat(titles(api.get(TASKS + "?state=OPEN"))).hasSize(1);
        api.post(path(task) + "/reopen").expect(200);
        assertThat(titles(api.get(TASKS))).hasSize(1);
    }

    @Test
    void a_repeated_creation_with_the_same_key_makes_one_task() {
        var keyed = api.header("Idempotency-Key", "tasks-e2e-1");
        var first = keyed.post(TASKS, Map.of("title", "once")).expect(201);
        var second = keyed.post(TASKS, Map.of("title", "once")).expect(201);

        assertThat(second.text("id")).isEqualTo(first.text("id"));
        keyed.post(TASKS, Map.of("title", "other")).expect(422);
        assertThat(titles(api.get(TASKS))).containsExactly("once");
    }

    @Test
    void a_moved_task_stands_where_it_was_put() {
        var a = create("a");
        var b = create("b");
        var c = create("c");
        api.post(path(c) + "/move", Map.of("before", a.text("id"))).expect(200);
        api.post(path(a) + "/move", Map.of("after", b.text("id"))).expect(200);

        assertThat(titles(api.get(TASKS))).containsExactly("c", "b", "a");
        api.post(path(a) + "/move", Map.of("after", a.text("id"))).expect(400);
        api.post(path(a) + "/move", "{}").expect(400);
    }

    @Test
    void many_changes_at_once_are_answered_one_by_one() {
        var a = create("a");
        var b = create("b");
        var answer = api.post(
                        TASKS + "/bulk",
                        Map.of(
                                "operations",
                                List.of(
                                        Map.of("op", "COMPLETE", "id", a.text("id"), "version", 1),
                                        Map.of(
                                                "op",
                                                "PATCH",
                                                "id",
                                                b.text("id"),
                                                "version",
                                                9,
                                                "changes",
                                                Map.of("title", "B")),
                                        Map.of("op", "PATCH", "id", b.text("id"), "changes", Map.of("title", "")),
                                        Map.of("op", "PATCH", "id", b.text("id"), "changes", Map.of("title", "B")),
                                        Map.of("op", "DELETE", "id", "0197a1de-0000-7000-8000-000000000001"))))
                .expect(200);

        assertThat(StreamSupport.stream(answer.json().get("results").spliterator(), false)
                        .map(result -> result.get("status").asInt()))
                .containsExactly(200, 412, 400, 200, 404);
        assertThat(titles(api.get(TASKS + "?state=OPEN"))).containsExactly("B");
        api.post(TASKS + "/bulk", Map.of("operations", List.of())).expect(400);
        api.post(TASKS + "/bulk", "{\"operations\":[null]}").expect(400);
        api.post(TASKS + "/bulk", "{\"operations\":[{\"op\":\"EAT\",\"id\":\"" + a.text("id") + "\"}]}")
                .expect(400);
    }

    @Test
    void projects_and_labels_in_use_are_seen_at_once_after_each_change() {
        assertThat(api.get(TASKS + "/facets").expect(200).json().get("labels")).isEmpty();
        var task = api.post(TASKS, Map.of("title", "x", "labels", List.of("home"), "project", "Flat"))
                .expect(201);
        var facets = api.get(TASKS + "/facets").expect(200);
        assertThat(facets.header("Cache-Status")).isPresent();
        assertThat(facets.text("labels/0/name")).isEqualTo("home");
        api.post(path(task) + "/complete").expect(200);
        assertThat(api.get(TASKS + "/facets").expect(200).text("projects/0/done"))
                .isEqualTo("1");
    }

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

    private Answer create(String title) {
        return api.post(TASKS, Map.of("title", title)).expect(201);
    }

    private static String path(Answer task) {
        return TASKS + '/' + task.text("id");
    }

    private static List<String> titles(Answer page) {
        return StreamSupport.stream(page.expect(200).json().get("items").spliterator(), false)
                .map(item -> item.get("title").asText())
                .toList();
    }

    private static List<String> outcomes(Answer report) {
        return StreamSupport.stream(report.expect(200).json().get("items").spliterator(), false)
                .map(TasksE2E::outcome)
                .toList();
    }

    private static String outcome(JsonNode item) {
        return item.get("outcome").asText();
    }
}
