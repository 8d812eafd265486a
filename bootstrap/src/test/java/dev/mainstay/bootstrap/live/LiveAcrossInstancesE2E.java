package dev.mainstay.bootstrap.live;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import dev.mainstay.bootstrap.harness.TestUser;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveAcrossInstancesE2E {

    private static final String ADMIN = "root@example.com";

    private static MainstayServer one;
    private static MainstayServer other;
    private static TestUser ann;
    private static TestUser bob;
    private static TestUser eve;
    private static Api admin;

    @BeforeAll
    static void start() {
        String redis = TestServers.redis().url().text();
        one = MainstayServer.start(Map.of("REDIS_URL", redis, "ADMIN_EMAIL", ADMIN));
        // Before there is another instance, for either may deliver the letters, each to its own mail file.
        ann = one.newUser();
        bob = one.newUser();
        eve = one.newUser();
        admin = TestUser.register(one, ADMIN).api();
        other = MainstayServer.start(Map.of("REDIS_URL", redis, "DATABASE_URL", one.databaseUrl()));
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    void what_one_instance_commits_the_clients_of_the_other_are_shown() throws Exception {
        var client = Client.connect(other.uri(), ann);
        client.next("ready");
        client.subscribe("focus");
        assertThat(client.next("state").at("/data").has("session")).isFalse();
        client.subscribe("home");
        assertThat(client.next("state").at("/topic").asText()).isEqualTo("home");

        long asked = System.nanoTime();
        ann.api().post("/api/v1/focus", Map.of("plannedMinutes", 25)).expect(201);
        var first = client.next("state");
        var second = client.next("state");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked)).isLessThan(10);

        assertThat(java.util.List.of(
                        first.at("/topic").asText(), second.at("/topic").asText()))
                .containsExactlyInAnyOrder("focus", "home");
        var focus = first.at("/topic").asText().equals("focus") ? first : second;
        assertThat(focus.at("/data/session/state").asText()).isEqualTo("RUNNING");
        assertThat(focus.at("/sequence").asInt()).isEqualTo(2);
        client.close();
    }

    @Test
    void logging_out_closes_the_connections_to_every_instance_at_once() throws Exception {
        var here = Client.connect(one.uri(), bob);
        here.next("ready");
        var there = Client.connect(other.uri(), bob);
        there.next("ready");
        awaitListening(bob, 2);

        bob.api().post("/api/v1/auth/logout-all").expect(204);

        assertThat(here.closedBeforeAHeartbeat()).isEqualTo("4401 session_ended");
        assertThat(there.closedBeforeAHeartbeat()).isEqualTo("4401 session_ended");
    }

    @Test
    void a_change_of_roles_and_a_suspension_close_them_at_once_too() throws Exception {
        String path = "/api/v1/users/" + eve.api().get("/api/v1/me").text("id");
        var there = Client.connect(other.uri(), eve);
        there.next("ready");
        awaitListening(eve, 1);
        admin.send("PUT", path + "/roles/TEACHER", null).expect(204);
        assertThat(there.closedBeforeAHeartbeat()).isEqualTo("4401 roles_changed");

        var again = Client.connect(other.uri(), eve);
        again.next("ready");
        awaitListening(eve, 1);
        admin.post(path + "/suspension").expect(204);
        assertThat(again.closedBeforeAHeartbeat()).isEqualTo("4401 account_suspended");
    }

    /** A hint that is sent while the subscription is on its way is lost, and made up for by the heartbeat only. */
    private static void awaitListening(TestUser user, int instances) throws Exception {
        String channel =
                "notifications:live:user:" + user.api().get("/api/v1/me").text("id");
        try (var redis = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(TestServers.redis().url().text()).getPort());
                var answers = new BufferedReader(new InputStreamReader(redis.getInputStream(), US_ASCII))) {
            String listening;
            do {
                redis.getOutputStream().write(("PUBSUB NUMSUB " + channel + "\r\n").getBytes(US_ASCII));
                do {
                    listening = answers.readLine();
                } while (!listening.startsWith(":"));
            } while (!listening.equals(":" + instances));
        }
    }

    private static final class Client implements WebSocket.Listener {

        private static final HttpClient HTTP = HttpClient.newHttpClient();
        private static final ObjectMapper JSON = new ObjectMapper();

        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();
        private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

        static Client connect(URI server, TestUser user) {
            var client = new Client();
            client.socket.complete(HTTP.newWebSocketBuilder()
                    .header("Authorization", user.api().headers().getOrDefault("Authorization", ""))
                    .buildAsync(URI.create("ws://" + server.getAuthority() + "/api/v1/live"), client)
                    .join());
            return client;
        }

        void subscribe(String topic) {
            socket.join()
                    .sendText("{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}", true)
                    .join();
        }

        JsonNode next(String type) throws Exception {
            String frame = frames.poll(15, TimeUnit.SECONDS);
            assertThat(frame).as("a frame of type %s", type).isNotNull();
            JsonNode json = JSON.readTree(frame);
            assertThat(json.at("/type").asText()).as(frame).isEqualTo(type);
            return json;
        }

        /** Code and reason of a close that the heartbeat of 20 s cannot have brought. */
        String closedBeforeAHeartbeat() {
            return closed.orTimeout(10, TimeUnit.SECONDS).join();
        }

        void close() {
            socket.join().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(statusCode + " " + reason);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
