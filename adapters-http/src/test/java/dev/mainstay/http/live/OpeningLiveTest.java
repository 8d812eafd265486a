package dev.mainstay.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It reads what is logged.")
class OpeningLiveTest {

    private static final LiveServer SERVER = LiveServer.start(Map.of("origins", "https://app.example.org"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_browser_brings_its_token_as_a_subprotocol_that_is_not_echoed() throws Exception {
        var alice = LiveClient.asBrowser(SERVER.uri(), "alice");

        assertThat(alice.subprotocol()).isEqualTo("mainstay.v1");
        assertThat(alice.next().at("/type").asText()).isEqualTo("ready");
        alice.close();
    }

    @Test
    void without_a_good_token_there_is_no_handshake() {
        for (String token : List.of("", "mallory")) {
            assertThat(refusal(() -> LiveClient.connect(SERVER.uri(), token))).isEqualTo(401);
        }
    }

    @Test
    void a_page_of_another_origin_may_not_connect_unless_it_is_allowed() throws Exception {
        assertThat(refusal(() -> LiveClient.connect(SERVER.uri(), "alice", "Origin", "https://evil.example.org")))
                .isEqualTo(403);

        for (String origin :
                List.of("https://app.example.org", "http://" + SERVER.uri().getAuthority())) {
            var alice = LiveClient.connect(SERVER.uri(), "alice", "Origin", origin);
            assertThat(alice.next().at("/type").asText()).isEqualTo("ready");
            alice.close();
        }
    }

    @Test
    void whatever_is_no_handshake_is_told_to_upgrade_once_it_is_known_who_asks() throws Exception {
        assertThat(SERVER.http().sendAs("", "GET", "/api/v1/live", "").statusCode())
                .isEqualTo(401);

        var answer = SERVER.http().get("/api/v1/live");
        assertThat(answer.statusCode()).isEqualTo(426);
        assertThat(answer.headers().firstValue("Upgrade")).contains("websocket");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"upgrade_required\"");

        assertThat(RawLiveClient.answerTo(SERVER.http(), "alice", "Sec-WebSocket-Version: 12", RawLiveClient.KEY))
                .startsWith("HTTP/1.1 426")
                .containsIgnoringCase("sec-websocket-version: 13");
    }

    @Test
    void a_handshake_without_a_good_key_is_refused() throws Exception {
        for (String key : List.of("X-No-Key: 1", "Sec-WebSocket-Key: ***", "Sec-WebSocket-Key: c2hvcnQ=")) {
            assertThat(RawLiveClient.answerTo(SERVER.http(), "alice", "Sec-WebSocket-Version: 13", key))
                    .startsWith("HTTP/1.1 400")
                    .contains("must be 16 bytes in base64");
        }
    }

    @Test
    void a_frame_that_comes_right_after_the_handshake_is_answered() throws Exception {
        try (var log = new RecordedLog()) {
            for (int i = 0; i < 200; i++) {
                var eager = RawLiveClient.connect(SERVER.http(), "alice");
                eager.readUntil("\r\n\r\n");
                eager.say("{\"type\":\"subscribe\",\"topic\":\"counter\"}");

                assertThat(eager.readUntil("\"data\":{\"number\":0}}"))
                        .as("connection %s", i)
                        .contains("\"state\"");
                eager.leave();
            }
            assertThat(log.alarms()).isEmpty();
        }
    }

    @Test
    void clients_that_leave_while_the_handshake_is_answered_disturb_nothing_and_take_no_place() throws Exception {
        try (var log = new RecordedLog()) {
            for (int i = 0; i < 200; i++) {
                RawLiveClient.connectAndLeave(SERVER.http(), "carol");
            }
            var places = new ArrayList<LiveClient>();
            for (int i = 0; i < 8; i++) {
                places.add(SERVER.connectWhenThereIsRoom("carol"));
            }
            places.forEach(LiveClient::close);
            assertThat(log.alarms()).isEmpty();
        }
    }

    @Test
    void a_user_has_a_bounded_number_of_connections_and_leaving_makes_room() throws Exception {
        var open = new ArrayList<LiveClient>();
        for (int i = 0; i < 8; i++) {
            open.add(SERVER.connectWhenThereIsRoom("carol"));
        }
        assertThat(SERVER.connect("carol").closed()).isEqualTo("4429 too_many_connections");

        open.removeFirst().close();
        open.add(SERVER.connectWhenThereIsRoom("carol"));
        open.forEach(LiveClient::close);
    }

    @Test
    void clients_that_chose_one_key_are_still_two() throws Exception {
        SERVER.counter().numbers.put(LiveProbe.BOB, 2);
        try (var alice = RawLiveClient.connect(SERVER.http(), "alice");
                var bob = RawLiveClient.connect(SERVER.http(), "bob")) {
            bob.readUntil("\"}");
            alice.readUntil("\"}");
            alice.say("{\"type\":\"subscribe\",\"topic\":\"counter\"}");
            assertThat(alice.readUntil("}}")).contains("\"number\":0");
            bob.say("{\"type\":\"subscribe\",\"topic\":\"counter\"}");
            assertThat(bob.readUntil("}}")).contains("\"number\":2");
        }
    }

    private static int refusal(Runnable connecting) {
        try {
            connecting.run();
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException handshake) {
                return handshake.getResponse().statusCode();
            }
            throw refused;
        }
        throw new AssertionError("the handshake was not refused");
    }
}
