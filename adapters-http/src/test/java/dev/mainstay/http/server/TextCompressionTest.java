package dev.mainstay.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.probe.ProbeServer;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
final class TextCompressionTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @Test
    void long_json_is_packed_for_who_takes_it_so() {
        var answer = server.get("/routes/deep/long", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).doesNotContain("longlong");
    }

    @Test
    void nobody_else_is_sent_packed_json() {
        assertThat(encoding("/routes/deep/long")).isEmpty();
        assertThat(encoding("/routes/deep/long", "Accept-Encoding", "identity")).isEmpty();
        assertThat(server.get("/routes/deep/long").body()).contains("longlong");
    }

    @Test
    void what_is_short_is_sent_as_it_is() {
        assertThat(encoding("/routes/plain", "Accept-Encoding", "gzip")).isEmpty();
    }

    private Optional<String> encoding(String path, String... headers) {
        return server.get(path, headers).headers().firstValue("Content-Encoding");
    }
}
