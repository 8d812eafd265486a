package dev.mainstay.http.live;

import io.micronaut.json.JsonMapper;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.exceptions.WebSocketSessionException;
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One client's end of the line: one frame at a time, each within its time. */
final class LiveWire {

    private final WebSocketSession session;
    private final Channel channel;
    private final JsonMapper json;
    private final Duration sendWithin;

    LiveWire(WebSocketSession session, Channel channel, JsonMapper json, Duration sendWithin) {
        this.session = session;
        this.channel = channel;
        this.json = json;
        this.sendWithin = sendWithin;
    }

    boolean isOpen() {
        return session.isOpen();
    }

    /** Returns when the client's side of the network has taken the frame. @throws SlowConsumer if that takes too long */
    void send(LiveFrame frame) throws InterruptedException {
        String text = text(frame);
        await(() -> session.sendAsync(text));
    }

    void ping() throws InterruptedException {
        await(() -> session.sendPingAsync(new byte[0]));
    }

    private void await(Supplier<CompletableFuture<?>> sending) throws InterruptedException {
        try {
            sending.get().get(sendWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            throw new SlowConsumer();
        } catch (ExecutionException | WebSocketSessionException gone) {
            cut();
        }
    }

    void close(CloseReason reason) {
        session.close(reason);
    }

    /** Ends it without another word, for one who does not read. */
    void cut() {
        var _ = channel.close();
    }

    private String text(LiveFrame frame) {
        try {
            return new String(json.writeValueAsBytes(frame), StandardCharsets.UTF_8);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** The request in a message; empty if it is none. */
    Optional<LiveRequest> request(String message) {
        try {
            return Optional.ofNullable(json.readValue(message.getBytes(StandardCharsets.UTF_8), LiveRequest.class));
        } catch (IOException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** The client does not take what it is sent. */
    static final class SlowConsumer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SlowConsumer() {
            super("the client does not read", null, false, false);
        }
    }
}
