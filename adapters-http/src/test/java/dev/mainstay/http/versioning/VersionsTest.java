package dev.mainstay.http.versioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.probe.ProbeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lost updates are refused; what the client has already is not sent again. */
@TestInstance(Lifecycle.PER_CLASS)
class VersionsTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"v3\"             | 200 | \"version\":3",
                " \"v3\"            | 200 | \"version\":3",
                "\"other\", \"v4\"  | 200 | \"version\":4",
                "*                  | 428 | precondition_required",
                "W/\"v3\"           | 412 | stale",
                "\"v0\"             | 412 | stale",
                "\"v03\"            | 412 | stale",
                "\"x\"              | 412 | stale",
                "v3                 | 400 | malformed",
                "\"v3\",            | 400 | malformed",
                "\"v3\", \"v4\"     | 400 | ambiguous",
                "\"v99999999999999999999\" | 412 | stale",
            })
    void a_change_names_the_version_it_is_meant_for(String ifMatch, int status, String expected) {
        var answer = server.send("PATCH", "/probe/versioned", "{\"text\":\"a\"}", "If-Match", ifMatch);

        assertThat(answer.body()).contains(expected);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void a_change_without_if_match_is_428() {
        var answer = server.send("PATCH", "/probe/versioned", "{\"text\":\"a\"}");

        assertThat(answer.statusCode()).isEqualTo(428);
        assertThat(answer.body()).contains("precondition_required", "If-Match");
    }

    @Test
    void a_read_tells_its_version() {
        var answer = server.get("/probe/versioned");

        assertThat(answer.headers().firstValue("ETag")).contains("\"v3\"");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"\"v3\"", "W/\"v3\"", "\"v2\", \"v3\"", "*"})
    void a_known_version_is_304_without_a_body(String ifNoneMatch) {
        var answer = server.get("/probe/versioned", "If-None-Match", ifNoneMatch);

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains("\"v3\"");
    }

    @Test
    void an_older_version_is_answered_in_full() {
        assertThat(server.get("/probe/versioned", "If-None-Match", "\"v2\"").statusCode())
                .isEqualTo(200);
    }
}
