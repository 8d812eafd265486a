package dev.mainstay.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.live.LiveProbe.Counter;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchingLiveTest {

    private static final LiveServer SERVER = LiveServer.start(Map.of("heartbeat", "300ms"));

    private final Counter counter = SERVER.counter();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void nobody_was_here() {
        counter.numbers.clear();
        counter.away = false;
    }

    @Test
    void a_snapshot_comes_on_subscribing_and_each_change_after_it_in_sequence() throws Exception {
        var alice = SERVER.connect("alice");
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

        SERVER.change(LiveProbe.ALICE, 7);
        var changed = alice.next();
        assertThat(changed.at("/data/number").asInt()).isEqualTo(7);
        assertThat(changed.at("/sequence").asInt()).isEqualTo(2);
        alice.close();
    }

    @Test
    void everybody_sees_their_own_state() throws Exception {
        var bob = SERVER.connect("bob");
        bob.next();
        counter.numbers.put(LiveProbe.ALICE, 7);

        assertThat(bob.subscribe("counter").next().at("/data/number").asInt()).isZero();
        bob.close();
    }

    @Test
    void a_lost_hint_is_made_up_for() throws Exception {
        var alice = SERVER.subscribed();
        counter.numbers.put(LiveProbe.ALICE, 8);

        assertThat(alice.next().at("/data/number").asInt()).isEqualTo(8);
        alice.close();
    }

    @Test
    void a_hint_without_a_change_and_a_hint_for_another_topic_say_nothing() throws Exception {
        var alice = SERVER.subscribed();
        SERVER.hint(LiveProbe.ALICE, "counter");
        SERVER.hint(LiveProbe.ALICE, "home");
        alice.say("{\"type\":\"unsubscribe\",\"topic\":\"counter\"}");

        assertThat(alice.next().at("/type").asText()).isEqualTo("unsubscribed");
        SERVER.change(LiveProbe.ALICE, 9);
        assertThat(alice.subscribe("counter").next().at("/sequence").asInt()).isEqualTo(1);
        alice.close();
    }

    @Test
    void what_is_malformed_or_unknown_is_an_error_and_the_connection_goes_on() throws Exception {
        var alice = SERVER.connect("alice");
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
        var alice = SERVER.connect("alice");
        alice.next();
        assertThat(alice.subscribe("counter").next().at("/code").asText()).isEqualTo("database_unavailable");

        counter.away = false;
        assertThat(alice.next().at("/type").asText()).isEqualTo("state");
        alice.close();
    }
}
