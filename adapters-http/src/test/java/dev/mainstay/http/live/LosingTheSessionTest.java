package dev.mainstay.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.domain.identity.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection outlives its session by no more than a hint takes: no heartbeat comes to the rescue here. */
class LosingTheSessionTest {

    private static final LiveServer SERVER = LiveServer.start(Map.of());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void everybody_is_logged_in() {
        SERVER.sessions().ended.clear();
        SERVER.sessions().roles.clear();
    }

    @Test
    void a_hint_closes_the_connections_of_an_ended_session_and_no_others() throws Exception {
        var alice = SERVER.connect("alice");
        alice.next();
        var bob = SERVER.connect("bob");
        bob.next();
        SERVER.sessions().ended.add("alice");
        SERVER.hint(LiveProbe.ALICE, "session");
        SERVER.hint(LiveProbe.BOB, "session");

        assertThat(alice.closed()).isEqualTo("4401 session_ended");
        assertThat(bob.subscribe("counter").next().at("/type").asText()).isEqualTo("state");
        bob.close();
    }

    @Test
    void a_hint_closes_the_connections_of_one_whose_roles_are_others_now() throws Exception {
        var alice = SERVER.connect("alice");
        alice.next();
        SERVER.sessions().roles.put("alice", Set.of(Role.ADMIN));
        SERVER.hint(LiveProbe.ALICE, "session");

        assertThat(alice.closed()).isEqualTo("4401 roles_changed");
    }

    @Test
    void a_session_that_ends_during_the_handshake_is_noticed_without_a_hint() {
        SERVER.sessions().ending.add("alice");

        assertThat(SERVER.connect("alice").closed()).isEqualTo("4401 session_ended");
    }

    @Test
    void nobody_can_subscribe_to_the_hints() throws Exception {
        var alice = SERVER.connect("alice");
        alice.next();

        assertThat(alice.subscribe("session").next().at("/code").asText()).isEqualTo("unknown_topic");
        alice.close();
    }
}
