package dev.mainstay.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.live.LiveProbe.Counter;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The server ends a connection that asks for too much, or gives too little. */
class EndingLiveTest {

    private static final LiveServer SERVER =
            LiveServer.start(Map.of("heartbeat", "300ms", "send-within", "500ms", "messages-per-minute", 20));

    private final Counter counter = SERVER.counter();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void an_ended_session_is_closed_with_the_next_heartbeat_if_no_hint_came() throws Exception {
        var alice = SERVER.subscribed();
        SERVER.sessions().ended.add("alice");

        assertThat(alice.closed()).isEqualTo("4401 session_ended");
        SERVER.sessions().ended.clear();
    }

    @Test
    void a_message_that_is_too_big_ends_the_connection() throws Exception {
        var alice = SERVER.connect("alice");
        alice.next();
        alice.say("{\"type\":\"" + "x".repeat(5_000) + "\"}");

        assertThat(alice.closed()).startsWith("1009");
    }

    @Test
    void too_many_messages_end_the_connection() throws Exception {
        var alice = SERVER.connect("alice");
        alice.next();
        for (int i = 0; i < 21; i++) {
            alice.say("{\"type\":\"shout\"}");
        }

        assertThat(alice.closed()).isEqualTo("1008 too_many_messages");
    }

    @Test
    void a_client_that_answers_no_ping_is_cut_off() throws Exception {
        try (var silent = RawLiveClient.connect(SERVER.http(), "alice")) {
            assertThat(silent.readUntil("no_answer_to_ping")).endsWith("no_answer_to_ping");
        }
    }

    @Test
    void a_client_that_does_not_read_is_cut_off_and_holds_nobody_up() throws Exception {
        try (var slow = RawLiveClient.connect(SERVER.http(), "bob")) {
            slow.readUntil("}");
            slow.say("{\"type\":\"subscribe\",\"topic\":\"counter\"}");
            var bob = LiveProbe.BOB;
            // Far more than the buffers between the two hold.
            for (int i = 1; i <= 200; i++) {
                int read = counter.reads.get();
                SERVER.change(bob, Counter.LARGE + i);
                for (int wait = 0; wait < 20 && counter.reads.get() == read; wait++) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            var alice = SERVER.subscribed();
            SERVER.change(LiveProbe.ALICE, 5);
            assertThat(alice.next().at("/data/number").asInt()).isEqualTo(5);
            alice.close();

            assertThat(slow.readToTheEnd()).isLessThan(200L * Counter.LARGE);
        }
    }
}
