package dev.mainstay.http.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.time.TestClock;
import dev.mainstay.http.probe.ProbeServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every operation is limited per user, or per address where there is no user (R1). */
class RateLimitingTest {

    @Test
    void an_answer_tells_what_is_left() {
        try (var server = ProbeServer.start(Map.of("mainstay.rate-limits.read", "10/1m, 100/1h"))) {
            server.get("/probe/me");

            var answer = server.get("/probe/me");

            assertThat(answer.headers().firstValue("RateLimit-Policy"))
                    .contains("\"per-60s\";q=10;w=60, \"per-3600s\";q=100;w=3600");
            assertThat(answer.headers().firstValue("RateLimit"))
                    .contains("\"per-60s\";r=8;t=60, \"per-3600s\";r=98;t=3600");
        }
    }

    @Test
    void the_request_too_many_is_429_until_the_window_ends() {
        try (var server = ProbeServer.start(Map.of("mainstay.rate-limits.read", "2/1m"))) {
            server.get("/probe/me");
            server.bean(TestClock.class).advance(Duration.ofSeconds(20));
            server.get("/probe/me");

            var answer = server.get("/probe/me");

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("\"code\":\"rate_limited\"");
            assertThat(answer.headers().firstValue("Retry-After")).contains("40");
            assertThat(answer.headers().firstValue("RateLimit")).contains("\"per-60s\";r=0;t=40");
            assertThat(server.sendAs("bob", "GET", "/probe/me", "").statusCode())
                    .isEqualTo(200);

            server.bean(TestClock.class).advance(Duration.ofSeconds(40));
            assertThat(server.get("/probe/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void strangers_and_wrong_tokens_are_counted_by_address() {
        try (var server = ProbeServer.start(
                Map.of("mainstay.rate-limits.auth", "1/1m", "mainstay.rate-limits.unauthenticated", "1/1m"))) {
            assertThat(server.sendAs("", "GET", "/probe/few", "").statusCode()).isEqualTo(200);
            assertThat(server.sendAs("", "GET", "/probe/few", "").statusCode()).isEqualTo(429);
            assertThat(server.sendAs("", "GET", "/probe/few", "", "X-Forwarded-For", "203.0.113.7")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(server.sendAs("wrong", "GET", "/probe/me", "").statusCode())
                    .isEqualTo(401);
            assertThat(server.sendAs("wrong", "GET", "/probe/me", "").statusCode())
                    .isEqualTo(429);
            assertThat(server.get("/probe/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void behind_a_trusted_proxy_the_address_is_the_one_it_saw() {
        try (var server =
                ProbeServer.start(Map.of("mainstay.rate-limits.auth", "1/1m", "mainstay.http.trusted-proxies", 1))) {
            assertThat(fewFrom(server, "203.0.113.7")).isEqualTo(200);
            assertThat(fewFrom(server, "203.0.113.7")).isEqualTo(429);
            assertThat(fewFrom(server, "198.51.100.1, 203.0.113.7")).isEqualTo(429);
            assertThat(fewFrom(server, "203.0.113.8")).isEqualTo(200);
            assertThat(fewFrom(server, "2001:db8:1:2::1")).isEqualTo(200);
            assertThat(fewFrom(server, "2001:db8:1:2::2")).isEqualTo(429);
        }
    }

    @Test
    void a_policy_that_is_none_ends_the_start() {
        assertThatThrownBy(() -> ProbeServer.start(Map.of("mainstay.rate-limits.read", "many"))
                        .close())
                .hasStackTraceContaining("mainstay.rate-limits.read must be like '600/1m, 12000/1h', was 'many'");
    }

    private static int fewFrom(ProbeServer server, String forwarded) {
        return server.sendAs("", "GET", "/probe/few", "", "X-Forwarded-For", forwarded)
                .statusCode();
    }
}
