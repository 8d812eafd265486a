package dev.mainstay.http.live;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.guard.Authentication;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.websocket.WebSocketSession;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The connections of this instance. */
@Singleton
final class LiveConnections implements GracefulShutdownCapable {

    private static final String CONNECTION = "mainstay.live";
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final LiveChannels channels;
    private final Authentication authentication;
    private final List<LiveSource<?>> sources;
    private final LiveSettings settings;
    private final JsonMapper json;

    /** Each with what completes when its line is closed. */
    private final Map<LiveConnection, CompletableFuture<Void>> open = new ConcurrentHashMap<>();

    private final Map<UserId, Integer> perUser = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    LiveConnections(
            LiveChannels channels,
            Authentication authentication,
            List<LiveSource<?>> sources,
            LiveSettings settings,
            JsonMapper json) {
        this.channels = channels;
        this.authentication = authentication;
        this.sources = sources;
        this.settings = settings;
        this.json = json;
    }

    /** Serves a connection that was just opened with the token, until it is closed. Never blocks. */
    void open(WebSocketSession session, Channel channel, Caller caller, String token) {
        if (perUser.merge(caller.user(), 1, Integer::sum) > settings.connectionsPerUser()) {
            leave(caller.user());
            session.close(LiveClose.TOO_MANY);
            return;
        }
        String epoch = UUID.randomUUID().toString();
        var connection = new LiveConnection(
                caller.user(),
                new LiveWire(session, channel, json, settings.sendWithin()),
                new Admission(caller, () -> authentication.handle(token)),
                epoch,
                sources,
                settings);
        // Kept by the session, and not by the session's id, which the client chose.
        session.put(CONNECTION, connection);
        var closed = new CompletableFuture<Void>();
        channel.closeFuture().addListener(gone -> closed.complete(null));
        open.put(connection, closed);
        if (stopping) {
            connection.end(LiveClose.GOING_AWAY);
        }
        Thread.ofVirtual().name("live-" + epoch).start(() -> serve(connection));
    }

    private void serve(LiveConnection connection) {
        var hints = channels.subscribe(connection.user(), connection::hinted);
        try {
            connection.run();
        } finally {
            hints.close();
        }
    }

    Optional<LiveConnection> of(WebSocketSession session) {
        return session.get(CONNECTION, LiveConnection.class);
    }

    void closed(WebSocketSession session) {
        of(session).filter(each -> open.remove(each) != null).ifPresent(gone -> {
            gone.end(LiveClose.GOING_AWAY);
            leave(gone.user());
        });
    }

    private void leave(UserId user) {
        perUser.computeIfPresent(user, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Tells every client to connect elsewhere; a client that does not read that is not waited for long. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        stopping = true;
        open.keySet().forEach(each -> each.end(LiveClose.GOING_AWAY));
        return CompletableFuture.allOf(open.values().toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, LAST_WORD.toMillis(), TimeUnit.MILLISECONDS);
    }
}
