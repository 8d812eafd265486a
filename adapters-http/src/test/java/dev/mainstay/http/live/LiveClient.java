package dev.mainstay.http.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the WebSocket that waits for what it is sent. */
final class LiveClient implements WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();

    private LiveClient() {}

    static LiveClient connect(URI server, String token, String... protocolsAndHeaders) {
        var client = new LiveClient();
        var builder = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < protocolsAndHeaders.length; i += 2) {
            builder.header(protocolsAndHeaders[i], protocolsAndHeaders[i + 1]);
        }
        client.socket.complete(builder.buildAsync(uri(server), client).join());
        return client;
    }

    static LiveClient asBrowser(URI server, String token) {
        var client = new LiveClient();
        client.socket.complete(CLIENT.newWebSocketBuilder()
                .subprotocols("mainstay.v1", "bearer." + token)
                .buildAsync(uri(server), client)
                .join());
        return client;
    }

    private static URI uri(URI server) {
        return URI.create("ws://" + server.getAuthority() + "/api/v1/live");
    }

    String subprotocol() {
        return socket.join().getSubprotocol();
    }

    LiveClient say(String message) {
        socket.join().sendText(message, true).join();
        return this;
    }

    LiveClient subscribe(String topic) {
        return say("{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}");
    }

    JsonNode next() throws InterruptedException {
        JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came; closed: " + closed.getNow("no"));
        }
        return frame;
    }

    /** Code and reason, as soon as the server closes. */
    String closed() {
        return closed.orTimeout(15, TimeUnit.SECONDS).join();
    }

    void close() {
        socket.join().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(part.toString()));
            } catch (JsonProcessingException notJson) {
                closed.completeExceptionally(notJson);
            }
            part.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode + " " + reason);
        frames.add(JSON.createObjectNode().put("type", "closed"));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
