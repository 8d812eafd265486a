package dev.mainstay.bootstrap.coherence.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ResponseTest {

    private static final String ANSWER = """
            HTTP/1.1 200 OK\r
            Cache-Status: Mainstay; hit; detail=stored\r
            ETag: "v12-0a1b2c3d"\r
            content-length: 31\r
            \r
            {"version":12,"session":"\\"v7"}""";

    private final Response response = new Response();

    @Test
    void reads_status_headers_and_body() throws IOException {
        response.read(new ByteArrayInputStream(ANSWER.getBytes(UTF_8)));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("cache-status")).isEqualTo("Mainstay; hit; detail=stored");
        assertThat(response.header("etag")).isEqualTo("\"v12-0a1b2c3d\"");
        assertThat(response.header("warning")).isEmpty();
        assertThat(response.body()).isEqualTo("{\"version\":12,\"session\":\"\\\"v7\"}");
    }

    @Test
    void finds_versions() throws IOException {
        response.read(new ByteArrayInputStream(ANSWER.getBytes(UTF_8)));
        assertThat(response.etagVersion()).isEqualTo(12);
        assertThat(response.numberAfter("\"version\":")).isEqualTo(12);
        assertThat(response.numberAfter("\"session\":\"\\\"v")).isEqualTo(7);
        assertThat(response.numberAfter("\"other\":")).isEqualTo(-1);
        assertThat(response.contains("session")).isTrue();
        assertThat(response.contains("12,\"v")).isFalse();
    }

    @Test
    void puts_together_what_comes_byte_by_byte() throws IOException {
        response.read(slowly(ANSWER));
        assertThat(response.body()).endsWith("v7\"}");
    }

    @Test
    void takes_one_answer_after_the_other() throws IOException {
        response.read(slowly(ANSWER));
        response.read(slowly("HTTP/1.1 204 No Content\r\n\r\n"));
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.etagVersion()).isEqualTo(-1);
    }

    @Test
    void an_answer_that_is_cut_short_is_none() {
        assertThatThrownBy(() -> response.read(slowly(ANSWER.substring(0, ANSWER.length() - 1))))
                .isInstanceOf(EOFException.class);
    }

    private static InputStream slowly(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(1, length));
            }
        };
    }
}
