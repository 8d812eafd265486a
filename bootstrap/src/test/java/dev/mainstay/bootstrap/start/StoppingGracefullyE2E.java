package dev.mainstay.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.Launched;
import dev.mainstay.bootstrap.harness.MailBox;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asked to stop, an instance finishes what it has begun, takes on nothing new, and tells whoever is connected to go elsewhere. */
@BesideOthers
class StoppingGracefullyE2E {

    private static final Map<String, String> ANN =
            Map.of("email", "ann@example.org", "password", "correct horse battery staple");
    private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void on_a_database_of_its_own() {
        environment.putAll(Map.of(
                "DATABASE_URL", TestServers.freshDatabaseUrl(),
                "REDIS_URL", TestServers.redis().url().text(),
                "JWT_SECRET", SECRET,
                "MAINSTAY_HOME", home.toString()));
    }

    @Test
    void what_was_begun_is_finished_and_nothing_new_is_taken_on() throws Exception {
        environment.put("SHUTDOWN_GRACE_SECONDS", "40");
        try (var instance = Launched.with(environment);
                var upload = Connection.to(instance);
                var idle = Connection.to(instance)) {
            Api ann = ann(instance);
            var live = Live.connect(instance, ann);
            String file = calendar(50);
            idle.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(idle.head()).startsWith("HTTP/1.1 200");
            upload.send(
                    "POST /api/v1/tasks/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/calendar\r\nAuthorization: "
                            + ann.headers().get("Authorization") + "\r\nContent-Length: " + file.length() + "\r\n\r\n"
                            + file.substring(0, 2000));

            long asked = System.nanoTime();
            instance.askToStop();
            awaitRefusal(instance.port());

            assertThat(live.closed
                            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .join())
                    .isEqualTo("1001 server_stopping");
            assertThat(idle.isClosed())
                    .as("an idle connection is of no use any more")
                    .isTrue();
            upload.send(file.substring(2000));
            assertThat(upload.head()).startsWith("HTTP/1.1 200").containsIgnoringCase("\r\nConnection: close");
            assertThat(instance.exitCode()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("nothing kept it for the whole grace")
                    .isLessThan(Duration.ofSeconds(30));
            assertThat(instance.output()).doesNotContain("shutdown_grace_over", " ERROR ");
        }
        try (var next = MainstayServer.start(environment)) {
            Api ann = next.api().login("ann@example.org", "correct horse battery staple");
            assertThat(ann.get("/api/v1/tasks?limit=100").expect(200).json().at("/items"))
                    .as("what was acknowledged is there")
                    .hasSize(50);
        }
    }

    @Test
    void a_request_that_never_ends_keeps_it_for_the_grace_and_no_longer() throws Exception {
        environment.put("SHUTDOWN_GRACE_SECONDS", "2");
        try (var instance = Launched.with(environment);
                var upload = Connection.to(instance)) {
            Api ann = ann(instance);
            upload.send(
                    "POST /api/v1/tasks/import HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/calendar\r\nAuthorization: "
                            + ann.headers().get("Authorization") + "\r\nContent-Length: 100000\r\n\r\nBEGIN:VCALENDAR");

            long asked = System.nanoTime();
            assertThat(instance.terminate()).isEqualTo(143);

            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
            assertThat(instance.output()).contains("shutdown_grace_over seconds=2");
        }
    }

    private Api ann(Launched instance) {
        Api guest = instance.api();
        guest.post("/api/v1/auth/register", ANN).expect(202);
        String code = new MailBox(home.resolve("mail.txt")).codeFor("ann@example.org");
        guest.post("/api/v1/auth/verify", Map.of("email", "ann@example.org", "code", code))
                .expect(204);
        return guest.login("ann@example.org", "correct horse battery staple");
    }

    private static String calendar(int tasks) {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n");
        for (int task = 0; task < tasks; task++) {
            text.append("BEGIN:VTODO\r\nUID:stop-" + task + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Task " + task
                    + "\r\nEND:VTODO\r\n");
        }
        return text.append("END:VCALENDAR\r\n").toString();
    }

    /** Waits until no new connection is taken; one that was waiting to be accepted may still be, and is hung up. */
    private static void awaitRefusal(int port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            } catch (ConnectException refused) {
                return;
            }
        }
        throw new AssertionError("it goes on taking connections");
    }

    /** One connection, byte by byte. */
    private record Connection(Socket socket) implements AutoCloseable {

        static Connection to(Launched instance) throws IOException {
            var socket = new Socket(InetAddress.getLoopbackAddress(), instance.port());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            return new Connection(socket);
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** The answer's first line and headers, and whatever of its body arrived with them. */
        String head() throws IOException {
            var bytes = new byte[64 * 1024];
            int length = socket.getInputStream().read(bytes);
            return new String(bytes, 0, Math.max(length, 0), StandardCharsets.UTF_8);
        }

        /**
         * Waits for the server's end of it, and asks nothing: a request that came before the end would be answered.
         *
         * @return whether it came in time
         */
        boolean isClosed() throws IOException {
            try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                return true;
            } catch (SocketException reset) {
                return true;
            } catch (SocketTimeoutException open) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class Live implements WebSocket.Listener {

        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final CompletableFuture<String> ready = new CompletableFuture<>();

        static Live connect(Launched instance, Api user) {
            var live = new Live();
            HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Authorization", user.headers().getOrDefault("Authorization", ""))
                    .buildAsync(URI.create("ws://localhost:" + instance.port() + "/api/v1/live"), live)
                    .join();
            live.ready.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            return live;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            ready.complete(data.toString());
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code + " " + reason);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
