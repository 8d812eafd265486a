package dev.mainstay.http.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.http.probe.ProbeServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers say where they came from and what may be done with them. */
class AnswerHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "HIT, stored, 'mainstay; hit'",
        "STALE, possibly-stale, 'mainstay; hit; detail=possibly-stale'",
        "MISS, stored, 'mainstay; fwd=miss; stored'",
        "BYPASS, redis_timeout, 'mainstay; fwd=bypass; detail=redis_timeout'",
        "BYPASS, 'two words', 'mainstay; fwd=bypass; detail=other'",
    })
    void each_outcome_has_its_words(Outcome outcome, String detail, String header) {
        assertThat(CacheStatus.of(new Cached<>("value", outcome, detail, Instant.EPOCH)))
                .isEqualTo(header);
    }

    @Test
    void an_answer_carries_its_headers() {
        try (var server = ProbeServer.start()) {
            var cached =
                    server.get("/probe/cached", "X-Request-Id", "request-4711").headers();

            assertThat(cached.firstValue("Cache-Status")).contains("mainstay; fwd=bypass; detail=redis_timeout");
            assertThat(cached.firstValue("Cache-Control")).contains("private, no-store");
            assertThat(cached.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(cached.firstValue("X-Request-Id")).contains("request-4711");
            assertThat(server.get("/probe/me", "X-Request-Id", "<script>")
                            .headers()
                            .firstValue("X-Request-Id"))
                    .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{32}"));
            assertThat(server.get("/probe/me", "Origin", "https://evil.example")
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }
}
