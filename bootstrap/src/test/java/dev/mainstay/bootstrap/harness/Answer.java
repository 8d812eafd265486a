package dev.mainstay.bootstrap.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** What the server answered. */
public record Answer(String request, int status, HttpHeaders headers, String body, Duration took) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fails with the whole answer if the status is another. */
    public Answer expect(int expected) {
        assertThat(status).as("%s answered %s", request, body).isEqualTo(expected);
        return this;
    }

    /** Fails unless it is a problem (RFC 9457) of that status and code. */
    public Answer expectProblem(int expected, String code) {
        expect(expected);
        assertThat(header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(text("code")).as("%s answered %s", request, body).isEqualTo(code);
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(request + " answered no JSON: " + body, notJson);
        }
    }

    /** A member by name or, with slashes, by JSON pointer without its first slash; empty if it is not there. */
    public String text(String path) {
        return json().at('/' + path).asText();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public String etag() {
        return header("ETag").orElseThrow(() -> new AssertionError(request + " answered no ETag"));
    }
}
