package dev.mainstay.bootstrap.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Many tasks: their order, pages and facets, and changes of many in one request. */
class TaskListsE2E {

    private static final String TASKS = "/api/v1/tasks";

    private final Api api = MainstayServer.shared().newUser().api();

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
}
