package dev.mainstay.bootstrap.coherence.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The servers answer each byte with one of their own. */
class LinkTest {

    private static final int PATIENCE = 10_000;
    private static final int LONG_ENOUGH_TO_SEE_NOTHING = 200;

    private final ServerSocket one = serverThatAnswers('1');
    private final ServerSocket other = serverThatAnswers('2');
    private final Link link = Link.to("test", one.getLocalPort());

    @AfterEach
    void stop() throws IOException {
        link.close();
        one.close();
        other.close();
    }

    @Test
    void passes_requests_and_answers() throws IOException {
        try (var client = connect()) {
            assertThat(ask(client)).isEqualTo('1');
            assertThat(ask(client)).isEqualTo('1');
        }
    }

    @Test
    void holds_requests_and_delivers_them_late() throws IOException {
        try (var client = connect()) {
            ask(client);
            link.cut(Set.of(Direction.REQUESTS));
            client.getOutputStream().write('?');
            assertSilent(client);
            link.heal();
            assertThat(answer(client)).isEqualTo('1');
        }
    }

    @Test
    void holds_answers_and_delivers_them_late() throws IOException {
        try (var client = connect()) {
            ask(client);
            link.cut(Set.of(Direction.ANSWERS));
            client.getOutputStream().write('?');
            assertSilent(client);
            link.heal();
            assertThat(answer(client)).isEqualTo('1');
        }
    }

    @Test
    void accepts_connections_while_cut_and_says_nothing() throws IOException {
        link.cut(Set.of(Direction.REQUESTS, Direction.ANSWERS));
        try (var client = connect()) {
            client.getOutputStream().write('?');
            assertSilent(client);
        }
    }

    @Test
    void a_reset_drops_what_was_held() throws IOException {
        try (var client = connect()) {
            ask(client);
            link.cut(Set.of(Direction.REQUESTS));
            client.getOutputStream().write('?');
            assertSilent(client);
            link.reset();
            link.heal();
            assertThatThrownBy(() -> answer(client)).isInstanceOf(SocketException.class);
        }
        try (var client = connect()) {
            assertThat(ask(client)).isEqualTo('1');
        }
    }

    @Test
    void refuses_new_connections_until_it_is_healed() throws IOException {
        link.refuse();
        assertThatThrownBy(() -> {
                    try (var client = connect()) {
                        ask(client);
                        ask(client);
                    }
                })
                .isInstanceOf(SocketException.class);
        link.heal();
        try (var client = connect()) {
            assertThat(ask(client)).isEqualTo('1');
        }
    }

    @Test
    void delays_in_both_directions() throws IOException {
        try (var client = connect()) {
            ask(client);
            link.delay(Duration.ofMillis(60), Duration.ofMillis(10));
            long begin = System.nanoTime();
            assertThat(ask(client)).isEqualTo('1');
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void new_connections_go_where_it_points_and_old_ones_stay() throws IOException {
        try (var old = connect()) {
            assertThat(ask(old)).isEqualTo('1');
            link.pointTo(other.getLocalPort());
            try (var young = connect()) {
                assertThat(ask(young)).isEqualTo('2');
                assertThat(ask(old)).isEqualTo('1');
            }
        }
    }

    @Test
    void resets_a_client_whose_server_is_away() {
        // Nobody listens there. A port that was just given back may be somebody else's by now.
        link.pointTo(1);
        assertThatThrownBy(() -> {
                    try (var client = connect()) {
                        ask(client);
                        ask(client);
                    }
                })
                .isInstanceOf(SocketException.class);
    }

    @Test
    void forgets_connections_that_have_ended() throws IOException {
        try (var client = connect()) {
            ask(client);
            assertThat(link.connections()).isEqualTo(1);
        }
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE).toNanos();
        while (link.connections() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(link.connections()).isZero();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), link.port());
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static int ask(Socket client) throws IOException {
        client.getOutputStream().write('?');
        return answer(client);
    }

    private static int answer(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE);
        return client.getInputStream().read();
    }

    private static void assertSilent(Socket client) throws IOException {
        client.setSoTimeout(LONG_ENOUGH_TO_SEE_NOTHING);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }

    private static ServerSocket serverThatAnswers(char answer) {
        try {
            var server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().start(() -> serve(server, answer));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void serve(ServerSocket server, char answer) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> answerAll(client, answer));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answerAll(Socket client, char answer) {
        try (client) {
            while (client.getInputStream().read() >= 0) {
                client.getOutputStream().write(answer);
            }
        } catch (IOException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
