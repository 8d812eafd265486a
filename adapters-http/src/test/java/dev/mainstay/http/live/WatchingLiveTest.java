package dev.mainstay.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.live.LiveProbe.Counter;
import dev.mainstay.http.live.LiveProbe.Sessions;
import dev.mainstay.http.probe.ProbeServer;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchingLiveTest {

    private static final ProbeServer SERVER = ProbeServer.start(Map.of(
            "probe.live",
            true,
            "mainstay.live.heartbeat",
            "300ms",
            "mainstay.live.send-within",
            "500ms",
            "mainstay.live.connections-per-user",
            3,
            "mainstay.live.messages-per-minute",
            20,
            "mainstay.live.origins",
            "https://app.example.org",
            // Micronaut itself refuses foreign pages at a server on localhost, which this one is.
            "micronaut.server.cors.localhost-pass-through",
            true));

    private final Counter counter = SERVER.bean(Counter.class);
    private final Sessions sessions = SERVER.bean(Sessions.class);
    private final LiveChannels channels = SERVER.bean(LiveChannels.class);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void nobody_was_here() {
        counter.numbers.clear();
        counter.away = false;
        sessions.ended.clear();
    }

    @Test
    void a_snapshot_comes_on_subscribing_and_each_change_after_it_in_sequence() throws Exception {
        var alice = connect("alice");
        var ready = alice.next();
        assertThat(ready.at("/type").asText()).isEqualTo("ready");

        alice.subscribe("counter");
        var snapshot = alice.next();
        assertThat(snapshot.at("/type").asText()).isEqualTo("state");
        assertThat(snapshot.at("/topic").asText()).isEqualTo("counter");
        assertThat(snapshot.at("/epoch").asText()).isEqualTo(ready.at("/epoch").asText());
        assertThat(snapshot.at("/sequence").asInt()).isEqualTo(1);
        assertThat(snapshot.at("/asOf").asText()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(snapshot.at("/data/number").asInt()).isZero();

        change(LiveProbe.ALICE, 7);
        var changed = alice.next();
        assertThat(changed.at("/data/number").asInt()).isEqualTo(7);
        assertThat(changed.at("/sequence").asInt()).isEqualTo(2);
        alice.close();
    }

    @Test
    void everybody_sees_their_own_state() throws Exception {
        var bob = connect("bob");
        bob.next();
        counter.numbers.put(LiveProbe.ALICE, 7);

        assertThat(bob.subscribe("counter").next().at("/data/number").asInt()).isZero();
        bob.close();
    }

    @Test
    void a_lost_hint_is_made_up_for() throws Exception {
        var alice = subscribed();
        counter.numbers.put(LiveProbe.ALICE, 8);

        assertThat(alice.next().at("/data/number").asInt()).isEqualTo(8);
        alice.close();
    }

    @Test
    void a_hint_without_a_change_and_a_hint_for_another_topic_say_nothing() throws Exception {
        var alice = subscribed();
        channels.publish(new LiveHint(LiveProbe.ALICE, "counter"));
        channels.publish(new LiveHint(LiveProbe.ALICE, "home"));
        alice.say("{\"type\":\"unsubscribe\",\"topic\":\"counter\"}");

        assertThat(alice.next().at("/type").asText()).isEqualTo("unsubscribed");
        change(LiveProbe.ALICE, 9);
        assertThat(alice.subscribe("counter").next().at("/sequence").asInt()).isEqualTo(1);
        alice.close();
    }

    @Test
    void what_is_malformed_or_unknown_is_an_error_and_the_connection_goes_on() throws Exception {
        var alice = connect("alice");
        alice.next();

        assertThat(alice.say("no json").next().at("/code").asText()).isEqualTo("malformed_message");
        assertThat(alice.say("[]").next().at("/code").asText()).isEqualTo("malformed_message");
        assertThat(alice.say("{\"type\":\"subscribe\",\"topic\":\"counter\",\"user\":\"bob\"}")
                        .next()
                        .at("/code")
                        .asText())
                .isEqualTo("malformed_message");
        assertThat(alice.say("{\"type\":\"shout\"}").next().at("/code").asText())
                .isEqualTo("unknown_type");
        assertThat(alice.subscribe("focus:bob").next().at("/code").asText()).isEqualTo("unknown_topic");
        assertThat(alice.say("{\"type\":\"subscribe\"}").next().at("/code").asText())
                .isEqualTo("unknown_topic");
        assertThat(alice.subscribe("counter").next().at("/type").asText()).isEqualTo("state");
        alice.close();
    }

    @Test
    void a_state_that_cannot_be_read_follows_when_it_can() throws Exception {
        counter.away = true;
        var alice = connect("alice");
        alice.next();
        assertThat(alice.subscribe("counter").next().at("/code").asText()).isEqualTo("database_unavailable");

        counter.away = false;
        assertThat(alice.next().at("/type").asText()).isEqualTo("state");
        alice.close();
    }

    @Test
    void an_ended_session_is_closed_with_the_next_hint_or_heartbeat() throws Exception {
        var alice = subscribed();
        sessions.ended.add("alice");

        assertThat(alice.closed()).isEqualTo("4401 session_ended");
    }

    @Test
    void a_browser_brings_its_token_as_a_subprotocol_that_is_not_echoed() throws Exception {
        var alice = LiveClient.asBrowser(uri(), "alice");

        assertThat(alice.subprotocol()).isEqualTo("mainstay.v1");
        assertThat(alice.next().at("/type").asText()).isEqualTo("ready");
        alice.close();
    }

    @Test
    void without_a_good_token_there_is_no_handshake() {
        for (String token : List.of("", "mallory")) {
            assertThat(refusal(() -> LiveClient.connect(uri(), token))).isEqualTo(401);
        }
    }

    @Test
    void a_page_of_another_origin_may_not_connect_unless_it_is_allowed() throws Exception {
        assertThat(refusal(() -> LiveClient.connect(uri(), "alice", "Origin", "https://evil.example.org")))
                .isEqualTo(403);

        for (String origin : List.of("https://app.example.org", "http://" + uri().getAuthority())) {
            var alice = LiveClient.connect(uri(), "alice", "Origin", origin);
            assertThat(alice.next().at("/type").asText()).isEqualTo("ready");
            alice.close();
        }
    }

    @Test
    void a_message_that_is_too_big_ends_the_connection() throws Exception {
        var alice = connect("alice");
        alice.next();
        alice.say("{\"type\":\"" + "x".repeat(5_000) + "\"}");

        assertThat(alice.closed()).startsWith("1009");
    }

    @Test
    void too_many_messages_end_the_connection() throws Exception {
        var alice = connect("alice");
        alice.next();
        for (int i = 0; i < 21; i++) {
            alice.say("{\"type\":\"shout\"}");
        }

        assertThat(alice.closed()).isEqualTo("1008 too_many_messages");
    }

    @Test
    void a_user_has_a_bounded_number_of_connections_and_leaving_makes_room() throws Exception {
        var open = new ArrayList<LiveClient>();
        for (int i = 0; i < 3; i++) {
            var client = connect("bob");
            client.next();
            open.add(client);
        }
        assertThat(connect("bob").closed()).isEqualTo("4429 too_many_connections");

        open.removeFirst().close();
        var room = connectWhenThereIsRoom();
        room.close();
        open.forEach(LiveClient::close);
    }

    private LiveClient connectWhenThereIsRoom() throws InterruptedException {
        for (int attempt = 0; attempt < 50; attempt++) {
            var client = connect("bob");
            if (client.next().at("/type").asText().equals("ready")) {
                return client;
            }
            assertThat(client.closed()).startsWith("4429");
        }
        throw new AssertionError("no room was made");
    }

    @Test
    void a_client_that_answers_no_ping_is_cut_off() throws Exception {
        try (var silent = RawLiveClient.connect(SERVER, "alice")) {
            assertThat(silent.readUntil("no_answer_to_ping")).endsWith("no_answer_to_ping");
        }
    }

    @Test
    void a_client_that_does_not_read_is_cut_off_and_holds_nobody_up() throws Exception {
        try (var slow = RawLiveClient.connect(SERVER, "bob")) {
            slow.readUntil("}");
            slow.say("{\"type\":\"subscribe\",\"topic\":\"counter\"}");
            var bob = LiveProbe.BOB;
            // Far more than the buffers between the two hold.
            for (int i = 1; i <= 200; i++) {
                int read = counter.reads.get();
                change(bob, Counter.LARGE + i);
                for (int wait = 0; wait < 20 && counter.reads.get() == read; wait++) {
                    java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                }
            }
            var alice = subscribed();
            change(LiveProbe.ALICE, 5);
            assertThat(alice.next().at("/data/number").asInt()).isEqualTo(5);
            alice.close();

            assertThat(slow.readToTheEnd()).isLessThan(200L * Counter.LARGE);
        }
    }

    private LiveClient subscribed() throws InterruptedException {
        var alice = connect("alice");
        alice.next();
        alice.subscribe("counter").next();
        return alice;
    }

    private void change(UserId user, int number) {
        counter.numbers.put(user, number);
        channels.publish(new LiveHint(user, "counter"));
    }

    private static LiveClient connect(String token) {
        return LiveClient.connect(uri(), token);
    }

    private static URI uri() {
        return SERVER.uri();
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
