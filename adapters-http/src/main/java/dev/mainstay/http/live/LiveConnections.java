package dev.mainstay.http.live;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.guard.Authentication;
import io.micronaut.json.JsonMapper;
import io.micronaut.websocket.WebSocketSession;
import io.netty.channel.Channel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of this instance. */
@Singleton
final class LiveConnections {

    private static final String CONNECTION = "mainstay.live";

    private final LiveChannels channels;
    private final Authentication authentication;
    private final List<LiveSource<?>> sources;
    private final LiveSettings settings;
    private final JsonMapper json;

    private final Set<LiveConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<UserId, Integer> perUser = new ConcurrentHashMap<>();

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
        open.add(connection);
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
        of(session).filter(open::remove).ifPresent(gone -> {
            gone.end(LiveClose.GOING_AWAY);
            leave(gone.user());
        });
    }

    private void leave(UserId user) {
        perUser.computeIfPresent(user, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Tells every client to connect elsewhere. */
    @PreDestroy
    void stop() {
        open.forEach(each -> each.end(LiveClose.GOING_AWAY));
    }
}
