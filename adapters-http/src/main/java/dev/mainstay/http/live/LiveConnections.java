package dev.mainstay.http.live;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LiveChannels.Subscription;
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
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

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

    private record Open(LiveConnection connection, Subscription hints, Thread thread) {}

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
        var thread = Thread.ofVirtual().name("live-" + session.getId()).unstarted(connection);
        var hints = channels.subscribe(caller.user(), connection::hinted);
        open.put(session.getId(), new Open(connection, hints, thread));
        thread.start();
    }

    Optional<LiveConnection> of(WebSocketSession session) {
        return Optional.ofNullable(open.get(session.getId())).map(Open::connection);
    }

    void closed(WebSocketSession session) {
        var gone = open.remove(session.getId());
        if (gone != null) {
            gone.hints().close();
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
