package dev.mainstay.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.http.json.SoundJson;
import dev.mainstay.http.probe.ProbeServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever body a client sends, the answer is a clear problem that names what is at fault in it. */
@TestInstance(Lifecycle.PER_CLASS)
class BadBodiesTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"text\":            | malformed_json | ",
                "{\"text\":\"a\"} x    | malformed_json | ",
                "{'text':'a'}          | malformed_json | ",
                "nonsense              | malformed_json | ",
                "{\"text\":\"a\",\"text\":\"b\"} | malformed_json | ",
                "[]                    | invalid | body",
                "\"text\"              | invalid | body",
                "null                  | body_missing | ",
                "{}                    | invalid | text",
                "{\"text\":null}       | invalid | text",
                "{\"text\":5}          | invalid | text",
                "{\"text\":[\"a\"]}    | invalid | text",
                "{\"text\":{}}         | invalid | text",
                "{\"text\":true}       | invalid | text",
                "{\"text\":\"a\",\"colour\":\"red\"}            | invalid | colour",
                "{\"text\":\"a\",\"number\":\"5\"}              | invalid | number",
                "{\"text\":\"a\",\"number\":5.5}                | invalid | number",
                "{\"text\":\"a\",\"number\":99999999999}        | invalid | number",
                "{\"text\":\"a\",\"number\":1e400000000}        | invalid | number",
                "{\"text\":\"a\",\"number\":true}               | invalid | number",
                "{\"text\":\"a\",\"flag\":\"true\"}             | invalid | flag",
                "{\"text\":\"a\",\"flag\":1}                    | invalid | flag",
                "{\"text\":\"a\",\"mood\":\"ANGRY\"}            | invalid | mood",
                "{\"text\":\"a\",\"mood\":7}                    | invalid | mood",
                "{\"text\":\"a\",\"at\":\"yesterday\"}          | invalid | at",
                "{\"text\":\"a\",\"at\":{}}                     | invalid | at",
                "{\"text\":\"a\",\"id\":\"not-a-uuid\"}         | invalid | id",
                "{\"text\":\"a\",\"inner\":{}}                  | invalid | inner[0]",
                "{\"text\":\"a\",\"inner\":\"x\"}               | invalid | inner[0]",
                "{\"text\":\"a\",\"inner\":[{\"number\":\"x\"}]} | invalid | inner[0].number",
                "{\"text\":\"a\",\"inner\":[{\"number\":1},{}]} | invalid | inner[1].number",
                "{\"text\":\"a\",\"inner\":[{\"nummer\":1}]}    | invalid | inner[0].nummer",
                "{\"text\":\"a\\u0000b\"}   | invalid | text",
                "{\"text\":\"a\\ud800b\"}   | invalid | text",
                "{\"text\":\"a\\udc00\"}    | invalid | text",
                "{\"text\":\"a\\u001bb\"}   | invalid | text",
            })
    void a_body_that_cannot_be_read_names_the_field_at_fault(String body, String code, String field) {
        var answer = server.post(body);

        assertThat(answer.body()).contains("\"code\":\"" + code + '"').contains("\"status\":400");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + '"');
        }
        assertThat(answer.body()).doesNotContain("dev.mainstay", "io.micronaut", "java.lang", "\tat ");
    }

    @Test
    void a_sound_body_is_taken() {
        assertThat(server.post("""
                                {"text":"Grüße 🎉","number":5,"flag":true,"mood":"GOOD","at":"2026-03-01T10:00:00Z",\
                                "id":"0197a1de-0000-7000-8000-000000000001","inner":[{"number":1}]}""").statusCode()).isEqualTo(201);
    }

    @Test
    void deep_nesting_ends_as_a_problem() {
        assertProblem(server.post("{\"text\":" + "[".repeat(100_000)), 400, "malformed_json");
    }

    @Test
    void bytes_that_are_no_utf8_end_as_a_problem() throws IOException {
        String answer = server.raw("""
                POST /probe HTTP/1.1\r
                Host: x\r
                Authorization: Bearer alice\r
                Content-Type: application/json\r
                Content-Length: 12\r
                \r
                {"text":"\u00ff"}""");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("malformed_json");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json;charset=utf-16",
        "application/json; charset=nonsense",
        "''",
        "nonsense",
        "application/json;;;"
    })
    void an_odd_content_type_breaks_nothing(String contentType) {
        assertThat(server.post("{\"text\":\"a\"}", "Content-Type", contentType).statusCode())
                .isIn(201, 400, 415);
    }

    @Test
    void a_missing_body_is_told() {
        assertProblem(server.post(""), 400, "body_missing");
    }

    @Test
    void another_media_type_is_415() {
        assertProblem(
                server.post("text=a", "Content-Type", "application/x-www-form-urlencoded"),
                415,
                "unsupported_media_type");
        assertProblem(server.post("<a/>", "Content-Type", "text/xml"), 415, "unsupported_media_type");
    }

    @Test
    void json_is_utf_8_and_every_character_in_its_one_form() {
        byte[] overlong = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};

        assertThatThrownBy(() -> SoundJson.check(overlong)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> SoundJson.check("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-8");
        assertThatCode(() -> SoundJson.check("\ufeff{}".getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[NaN]", "[/*x*/]", "[[[[#", "{\"a\":+1}"})
    void what_is_wrong_with_json_is_said_without_advice_to_programmers(String json) {
        assertThatThrownBy(() -> SoundJson.check(json.getBytes(StandardCharsets.UTF_8)))
                .hasMessageNotContainingAny("Feature", "enable", "StreamRead")
                .hasMessageContaining("(line 1, column");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + '"').contains("\"requestId\":");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }
}
