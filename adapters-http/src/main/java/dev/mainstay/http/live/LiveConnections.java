package dev.mainstay.http.live;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.guard.Authentication;
import io.micronaut.http.server.netty.websocket.NettyServerWebSocketHandler;
import io.micronaut.json.JsonMapper;
import io.micronaut.websocket.WebSocketSession;
import io.netty.channel.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The connections of this instance. */
@Singleton
final class LiveConnections {

    private final LiveChannels channels;
    private final Authentication authentication;
    private final List<LiveSource<?>> sources;
    private final LiveSettings settings;
    private final JsonMapper json;

    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final Map<UserId, Integer> perUser = new ConcurrentHashMap<>();

    private static final Duration LISTENS_SOON = Duration.ofMillis(2);

    private record Open(LiveConnection connection, Thread thread) {}

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
        var connection = new LiveConnection(
                caller.user(),
                new LiveWire(session, channel, json, settings.sendWithin()),
                () -> authentication.handle(token),
                UUID.randomUUID().toString(),
                sources,
                settings);
        var thread = Thread.ofVirtual().name("live-" + session.getId()).unstarted(() -> serve(connection));
        open.put(session.getId(), new Open(connection, thread));
        startWhenItListens(thread, channel);
    }

    /**
     * The handshake is answered, and this called, before the server's end of the pipeline is in place: a message that came in between
     * would be lost. So the client is told that it may speak, by the first frame, only afterwards.
     */
    private static void startWhenItListens(Thread thread, Channel channel) {
        channel.eventLoop().execute(() -> {
            if (channel.pipeline().get(NettyServerWebSocketHandler.class) != null || !channel.isActive()) {
                thread.start();
            } else {
                var _ = channel.eventLoop()
                        .schedule(
                                () -> startWhenItListens(thread, channel),
                                LISTENS_SOON.toMillis(),
                                TimeUnit.MILLISECONDS);
            }
        });
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
        return Optional.ofNullable(open.get(session.getId())).map(Open::connection);
    }

    void closed(WebSocketSession session) {
        var gone = open.remove(session.getId());
        if (gone != null) {
            gone.connection().end(LiveClose.GOING_AWAY);
            leave(gone.connection().user());
        }
    }

    private void leave(UserId user) {
        perUser.computeIfPresent(user, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Tells every client to connect elsewhere. */
    @PreDestroy
    void stop() {
        open.values().forEach(each -> each.connection().end(LiveClose.GOING_AWAY));
    }
}
