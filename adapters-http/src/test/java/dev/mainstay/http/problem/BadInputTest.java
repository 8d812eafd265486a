package dev.mainstay.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Whatever a client asks for, the answer is a clear problem and never a 500. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @Test
    void a_page_of_another_origin_is_told_that_it_may_not() {
        assertProblem(server.get("/probe/me", "Origin", "https://evil.example.org"), 403, "origin_refused");
    }

    @Test
    void an_answer_nobody_can_give_is_406() {
        assertProblem(server.get("/probe/me", "Accept", "image/png"), 406, "not_acceptable");
    }

    @Test
    void another_method_is_405_and_says_which_are_right() {
        var answer = server.send("DELETE", "/probe/me", "");

        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void an_unknown_path_is_404() {
        assertProblem(server.get("/nowhere"), 404, "route_not_found");
        assertProblem(server.sendAs("", "GET", "/api/v1/nowhere", ""), 404, "route_not_found");
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=-1", "limit=201", "limit=many", "limit=99999999999", "limit=1.5"})
    void a_bad_limit_is_named(String query) {
        var answer = server.get("/probe/list?" + query);

        assertProblem(answer, 400, "invalid");
        assertThat(answer.body()).contains("\"field\":\"limit\"");
    }

    @Test
    void a_bad_path_variable_is_named() {
        var answer = server.get("/probe/not-a-uuid/thing");

        assertProblem(answer, 400, "invalid");
        assertThat(answer.body()).contains("\"field\":\"id\"");
    }

    @Test
    void a_missing_or_bad_parameter_is_named() {
        assertThat(server.get("/probe/mood").body())
                .contains("\"field\":\"mood\"")
                .contains("missing");
        assertThat(server.get("/probe/mood?mood=ANGRY").body())
                .contains("\"field\":\"mood\"")
                .contains("GOOD, BAD");
    }

    @ParameterizedTest
    @CsvSource({"/probe/mood?mood=%00", "/probe/list?cursor=a%00", "/probe/%00/thing", "/probe/me?x=%1b"})
    void control_characters_in_the_uri_are_refused(String path) {
        assertProblem(server.get(path), 400, "invalid");
    }

    @Test
    void a_uri_that_is_none_is_refused() throws IOException {
        assertThat(server.raw("GET /probe/list?limit=%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer alice\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
        assertThat(server.raw("GET /probe/%zz HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(server.raw("GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 4");
    }

    @Test
    void what_is_not_http_is_refused() throws IOException {
        assertThat(server.raw("HELLO\r\n\r\n")).startsWith("HTTP/1.0 400");
        assertThat(server.raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("headers_too_large");
        assertThat(server.raw("GET /" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.0 414")
                .contains("uri_too_long");
    }

    @Test
    void an_unforeseen_failure_tells_nothing() {
        var answer = server.get("/probe/boom", "X-Request-Id", "my-request-1");

        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).contains("my-request-1").doesNotContain("42", "IllegalState", "dev.mainstay");
    }

    @Test
    void a_head_request_gets_the_status_and_no_body() {
        var answer = server.send("HEAD", "/nowhere", "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(server.send("HEAD", "/probe/versioned", "").statusCode()).isEqualTo(200);
    }

    @Test
    void an_options_request_names_the_methods() {
        var answer = server.send("OPTIONS", "/probe/versioned", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "PATCH");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection: close\r\n",
                "Host: one\r\nHost: another\r\n",
                "Host: x\r\nTransfer-Encoding: xchunked\r\n",
                "Host: x\r\nTransfer-Encoding: identity\r\n",
                "Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n",
                "Host: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n"
            })
    void a_head_that_can_be_read_in_two_ways_is_refused_and_nothing_after_it_answered(String headers)
            throws IOException {
        String requests = "GET /probe/open HTTP/1.1\r\n" + headers
                + "\r\nGET /probe/open HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        try (var socket = server.connect()) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain(" 200 OK");
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + '"').contains("\"requestId\":");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }
}
