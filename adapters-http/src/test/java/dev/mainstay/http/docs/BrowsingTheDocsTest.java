package dev.mainstay.http.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.probe.ProbeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever finds the server finds its description, without a token and without the Internet. */
@TestInstance(Lifecycle.PER_CLASS)
class BrowsingTheDocsTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @ParameterizedTest
    @CsvSource({
        "/api/openapi.yml, application/yaml, openapi: 3.1.0",
        "/docs, text/html, /docs/swagger-ui-bundle.js",
        "/docs/start.js, text/javascript, /api/openapi.yml",
        "/docs/swagger-ui-bundle.js, text/javascript, SwaggerUI",
        "/docs/swagger-ui.css, text/css, .swagger-ui",
        "/problems/token_expired, text/plain, refresh token",
        "/problems/something_of_a_feature, text/plain, Something of a feature",
    })
    void a_stranger_may_read(String path, String mediaType, String content) {
        var answer = server.sendAs("", "GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(mediaType));
        assertThat(answer.body()).contains(content);
    }

    @Test
    void the_page_loads_nothing_from_elsewhere() {
        var page = server.sendAs("", "GET", "/docs", "");

        assertThat(page.body()).doesNotContain("http://", "https://");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
    }

    @ParameterizedTest
    @CsvSource({"/docs/..%2fapplication.yml", "/docs/nothing.js", "/problems/%3Cscript%3E", "/problems/A"})
    void there_is_nothing_else(String path) {
        assertThat(server.sendAs("", "GET", path, "").statusCode()).isEqualTo(404);
    }
}
