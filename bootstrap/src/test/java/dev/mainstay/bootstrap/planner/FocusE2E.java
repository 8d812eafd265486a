package dev.mainstay.bootstrap.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FocusE2E {

    private final MainstayServer server = MainstayServer.shared();
    private final Api ann = server.newUser().api();

    @Test
    void a_session_is_started_paused_resumed_finished_and_counted() {
        var started = start(25).expect(201);
        String path = started.header("Location").orElseThrow();
        assertThat(started.text("etag")).isEqualTo(started.etag());
        assertThat(current()).isEqualTo(started.text("id"));

        var paused = ann.ifMatch(started.etag()).post(path + "/pause").expect(200);
        assertThat(paused.text("state")).isEqualTo("PAUSED");
        assertThat(ann.get("/api/v1/focus/current").text("session/state")).isEqualTo("PAUSED");
        var resumed = ann.ifMatch(paused.etag()).post(path + "/resume").expect(200);
        var finished = ann.ifMatch(resumed.etag()).post(path + "/finish").expect(200);
        assertThat(finished.text("state")).isEqualTo("FINISHED");

        assertThat(current()).isEmpty();
        assertThat(ann.get(path).expect(200).body()).isEqualTo(finished.body());
        assertThat(ann.get("/api/v1/focus?limit=1").expect(200).text("items/0/id"))
                .isEqualTo(started.text("id"));
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        var days = ann.get("/api/v1/focus/days?from=" + today + "&to=" + today).expect(200);
        assertThat(days.json().at("/items")).hasSize(1);
    }

    @Test
    void the_current_session_says_how_it_was_come_by() {
        ann.get("/api/v1/focus/current").expect(200);

        assertThat(ann.get("/api/v1/focus/current").header("Cache-Status").orElseThrow())
                .contains("hit");
    }

    @Test
    void moves_need_the_version_that_was_seen() {
        var started = start(25).expect(201);
        String path = started.header("Location").orElseThrow();

        assertThat(ann.post(path + "/pause").status()).isEqualTo(428);
        ann.ifMatch(started.etag()).post(path + "/pause").expect(200);
        assertThat(ann.ifMatch(started.etag()).post(path + "/finish").status()).isEqualTo(412);
        ann.ifMatch("\"v2\"").post(path + "/pause").expectProblem(409, "focus_wrong_state");
    }

    @Test
    void of_starts_at_once_one_wins_and_the_others_are_told_why() throws Exception {
        Callable<Integer> starting = () -> start(25).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = threads.invokeAll(Collections.nCopies(6, starting)).stream()
                    .map(each -> each.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
        }
        start(25).expectProblem(409, "focus_running");
    }

    @Test
    void a_repeated_start_with_the_same_key_is_one_start() {
        var key = UUID.randomUUID().toString();
        var first = ann.header("Idempotency-Key", key)
                .post("/api/v1/focus", Map.of("plannedMinutes", 25))
                .expect(201);
        var again = ann.header("Idempotency-Key", key)
                .post("/api/v1/focus", Map.of("plannedMinutes", 25))
                .expect(201);

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.etag()).isEqualTo(first.etag());
    }

    @Test
    void bad_input_is_refused_and_nothing_is_started() {
        for (Object body : List.of(
                Map.of("plannedMinutes", 0),
                Map.of("plannedMinutes", 241),
                Map.of("plannedMinutes", "many"),
                Map.of("plannedMinutes", 25, "colour", "red"),
                Map.of(),
                "[]",
                "{")) {
            int status = ann.post("/api/v1/focus", body).status();
            assertThat(status).as("%s", body).isBetween(400, 422);
        }
        ann.post(
                        "/api/v1/focus",
                        Map.of("plannedMinutes", 25, "task", UUID.randomUUID().toString()))
                .expect(404);
        assertThat(ann.get("/api/v1/focus/days?from=2026-02-30&to=2026-03-01").status())
                .isEqualTo(400);
        assertThat(ann.get("/api/v1/focus/days?from=-999999999-01-01&to=2026-03-01")
                        .status())
                .isBetween(400, 422);
        assertThat(current()).isEmpty();
    }

    @Test
    void another_users_session_is_not_found() {
        var started = start(25).expect(201);
        String path = started.header("Location").orElseThrow();
        var bob = server.newUser().api();

        bob.get(path).expect(404);
        bob.ifMatch(started.etag()).post(path + "/finish").expect(404);
        assertThat(bob.get("/api/v1/focus").expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void finishing_the_first_session_is_an_achievement() {
        var started = start(1).expect(201);
        ann.ifMatch(started.etag())
                .post(started.header("Location").orElseThrow() + "/finish")
                .expect(200);

        var standings = ann.get("/api/v1/achievements").expect(200).json().at("/items");
        assertThat(standings)
                .filteredOn(each -> each.at("/achievement/code").asText().equals("first_focus"))
                .allSatisfy(each -> assertThat(each.at("/awardedAt").asText()).isNotEmpty());
        assertThat(standings)
                .filteredOn(each -> each.at("/achievement/code").asText().equals("first_task"))
                .allSatisfy(each -> assertThat(each.has("awardedAt")).isFalse());
        ann.put("/api/v1/achievements/first_task", Map.of("title", "x", "description", "x", "threshold", 1))
                .expect(403);
        ann.get("/api/v1/achievements/no-such").expect(404);
    }

    @Test
    void the_export_has_sessions_and_awards() {
        var started = start(1).expect(201);
        ann.ifMatch(started.etag())
                .post(started.header("Location").orElseThrow() + "/finish")
                .expect(200);

        var export = ann.get("/api/v1/me/export").expect(200).json();
        assertThat(export.get("planner.focus")).hasSize(1);
        assertThat(export.get("planner.awards")).isNotEmpty();
        assertThat(export.get("home.layout")).hasSize(1);
    }

    private Answer start(int minutes) {
        return ann.post("/api/v1/focus", Map.of("plannedMinutes", minutes));
    }

    private String current() {
        return ann.get("/api/v1/focus/current").expect(200).text("session/id");
    }
}
