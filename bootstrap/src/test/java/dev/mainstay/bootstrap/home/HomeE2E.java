package dev.mainstay.bootstrap.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.AtOnce;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeE2E {

    private final MainstayServer server = MainstayServer.shared();
    private final Api ann = server.newUser().api();

    @Test
    void the_page_comes_from_the_cache_and_shows_a_write_at_once() {
        home();
        assertThat(ann.get("/api/v1/home").header("Cache-Status").orElseThrow()).contains("hit");
        assertThat(widget("FOCUS").has("session")).isFalse();

        ann.post("/api/v1/focus", Map.of("plannedMinutes", 25)).expect(201);
        assertThat(widget("FOCUS").at("/session/state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void today_is_the_users() {
        ann.get("/api/v1/home").expect(200);
        var me = ann.get("/api/v1/me").expect(200);
        ann.ifMatch(me.etag())
                .patch("/api/v1/me", Map.of("timeZone", "Pacific/Kiritimati"))
                .expect(200);

        assertThat(home().at("/zone").asText()).isEqualTo("Pacific/Kiritimati");
    }

    @Test
    void a_user_arranges_and_hides_widgets() {
        var layout = ann.get("/api/v1/home/layout").expect(200);
        assertThat(layout.json().at("/widgets").findValuesAsText("name"))
                .containsExactly("TASKS", "FOCUS", "ACHIEVEMENTS", "BALANCE", "MONTH", "BUDGETS");
        var wanted = Map.of("widgets", List.of(Map.of("name", "FOCUS"), Map.of("name", "TASKS", "hidden", true)));

        assertThat(ann.put("/api/v1/home/layout", wanted).status()).isEqualTo(428);
        var arranged =
                ann.ifMatch(layout.etag()).put("/api/v1/home/layout", wanted).expect(200);
        assertThat(home().at("/widgets").findValuesAsText("name"))
                .startsWith("FOCUS", "ACHIEVEMENTS")
                .doesNotContain("TASKS");
        assertThat(ann.ifMatch(layout.etag()).put("/api/v1/home/layout", wanted).status())
                .isEqualTo(412);
        assertThat(ann.get("/api/v1/home/layout").etag()).isEqualTo(arranged.etag());
    }

    @Test
    void an_unknown_or_repeated_widget_is_refused() {
        var etag = ann.get("/api/v1/home/layout").etag();
        for (String name : List.of("WEATHER", "", "focus ")) {
            assertThat(ann.ifMatch(etag)
                            .put("/api/v1/home/layout", Map.of("widgets", List.of(Map.of("name", name))))
                            .status())
                    .isBetween(400, 422);
        }
        var twice = Map.of("widgets", List.of(Map.of("name", "FOCUS"), Map.of("name", "FOCUS")));
        assertThat(ann.ifMatch(etag).put("/api/v1/home/layout", twice).status()).isBetween(400, 422);
        for (String body : List.of("{\"widgets\":null}", "{\"widgets\":[null]}", "{\"widgets\":[{}]}", "{}")) {
            assertThat(ann.ifMatch(etag)
                            .put("/api/v1/home/layout", body)
                            .expectProblem(400, "invalid")
                            .text("errors/0/field"))
                    .as(body)
                    .startsWith("widgets");
        }
        assertThat(ann.get("/api/v1/home/layout").etag()).isEqualTo(etag);
    }

    @Test
    void an_empty_list_brings_the_first_arrangement_back() {
        var first = ann.get("/api/v1/home/layout").expect(200);
        var hidden = Map.of("widgets", List.of(Map.of("name", "TASKS", "hidden", true)));
        var arranged =
                ann.ifMatch(first.etag()).put("/api/v1/home/layout", hidden).expect(200);

        var again = ann.ifMatch(arranged.etag())
                .put("/api/v1/home/layout", Map.of("widgets", List.of()))
                .expect(200);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void of_many_who_arrange_the_version_they_saw_one_wins() throws Exception {
        String etag = ann.get("/api/v1/home/layout").etag();

        assertThat(AtOnce.eight(each -> ann.ifMatch(etag)
                        .put(
                                "/api/v1/home/layout",
                                Map.of("widgets", List.of(Map.of("name", "TASKS", "hidden", each % 2 == 0))))
                        .status()))
                .containsExactlyInAnyOrder(200, 412, 412, 412, 412, 412, 412, 412);
    }

    private JsonNode home() {
        return ann.get("/api/v1/home").expect(200).json();
    }

    /** The content of a widget that is ready. */
    private JsonNode widget(String name) {
        for (JsonNode widget : home().at("/widgets")) {
            if (widget.at("/name").asText().equals(name)) {
                assertThat(widget.at("/status").asText()).isEqualTo("READY");
                return widget.at('/' + name.toLowerCase(java.util.Locale.ROOT));
            }
        }
        throw new AssertionError("no widget " + name);
    }
}
