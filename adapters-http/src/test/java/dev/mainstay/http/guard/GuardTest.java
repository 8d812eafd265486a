package dev.mainstay.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.probe.ProbeServer;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody gets in without a live session, and each way to fail has a name. */
@TestInstance(Lifecycle.PER_CLASS)
class GuardTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @Test
    void a_caller_with_a_token_is_known() {
        assertThat(server.get("/probe/me").body()).contains("00000000-0000-7000-0000-00000000000a");
        assertThat(server.get("/probe/me", "Authorization", "bearer alice").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_operation_is_closed_unless_it_is_marked_open() {
        assertThat(server.sendAs("", "GET", "/probe/open", "").statusCode()).isEqualTo(200);

        var answer = server.sendAs("", "GET", "/probe/me", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"token_missing\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"mainstay\"");
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, 401, token_invalid",
        "expired, 401, token_expired",
        "ended, 401, session_ended",
        "suspended, 403, account_suspended",
        "away, 503, database_unavailable"
    })
    void each_way_to_fail_has_its_code(String token, int status, String code) {
        var answer = server.sendAs(token, "GET", "/probe/me", "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + '"');
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @ParameterizedTest
    @CsvSource({"Basic YWxpY2U6eA==", "Bearer", "Bearer a b", "alice", "Bearer \"alice\""})
    void another_way_to_authorize_is_refused(String authorization) {
        var answer = server.sendAs("", "GET", "/probe/me", "", "Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"token_invalid\"");
    }

    @Test
    void no_other_way_of_asking_opens_it() throws IOException {
        assertThat(server.sendAs("", "HEAD", "/probe/me", "").statusCode()).isEqualTo(401);
        assertThat(server.sendAs("", "GET", "/probe/me/", "").statusCode()).isIn(401, 404);
        assertThat(server.raw("GET //probe/me HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 40");
        assertThat(server.raw("GET http://x/probe/me HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 40");
        assertThat(server.sendAs("", "GET", "/probe/./me", "").statusCode()).isIn(401, 404);
        assertThat(server.sendAs("", "GET", "/health/../probe/me", "").statusCode())
                .isIn(401, 404);
        assertThat(server.sendAs("", "GET", "/health/%2e%2e/probe/me", "").statusCode())
                .isIn(401, 404);
        assertThat(server.sendAs("", "POST", "/probe/open", "", "X-HTTP-Method-Override", "GET")
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void an_operation_for_administrators_is_for_nobody_else() {
        assertThat(server.sendAs("admin", "GET", "/probe/admin", "").statusCode())
                .isEqualTo(200);
        assertThat(server.sendAs("", "GET", "/probe/admin", "").statusCode()).isEqualTo(401);

        var answer = server.sendAs("alice", "GET", "/probe/admin", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"admin_only\"");
    }

    @Test
    void a_stranger_learns_nothing_of_what_their_body_lacks() {
        assertThat(server.sendAs("", "POST", "/probe", "{").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_in_the_url_is_worth_nothing() {
        assertThat(server.sendAs("", "GET", "/probe/me?access_token=alice", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_websocket_handshake_may_carry_the_token_as_a_subprotocol_and_a_plain_request_may_not() throws IOException {
        String handshake =
                "GET /probe/me HTTP/1.1\r\nHost: x\r\n%sSec-WebSocket-Protocol: mainstay, bearer.alice\r\n\r\n";

        assertThat(server.raw(handshake.formatted("Upgrade: websocket\r\n"))).startsWith("HTTP/1.1 200");
        assertThat(server.raw(handshake.formatted(""))).startsWith("HTTP/1.1 401");
    }
}
