package dev.mainstay.bootstrap.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** One task, from its making to its end. */
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
