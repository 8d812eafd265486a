package dev.mainstay.http.live;

import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.live.LiveProbe.Counter;
import dev.mainstay.http.live.LiveProbe.Sessions;
import dev.mainstay.http.probe.ProbeServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A server whose live topic, sessions and hints a test moves by hand. */
final class LiveServer implements AutoCloseable {

    private final ProbeServer server;

    private LiveServer(ProbeServer server) {
        this.server = server;
    }

    /** With settings of {@code mainstay.live}, and a heartbeat longer than any test unless they say otherwise. */
    static LiveServer start(Map<String, Object> settings) {
        var all = new HashMap<String, Object>();
        all.put("probe.live", true);
        all.put("mainstay.live.heartbeat", "1h");
        settings.forEach((name, value) -> all.put("mainstay.live." + name, value));
        // Micronaut itself refuses foreign pages at a server on localhost, which this one is.
        all.put("micronaut.server.cors.localhost-pass-through", true);
        return new LiveServer(ProbeServer.start(all));
    }

    ProbeServer http() {
        return server;
    }

    URI uri() {
        return server.uri();
    }

    Counter counter() {
        return server.bean(Counter.class);
    }

    Sessions sessions() {
        return server.bean(Sessions.class);
    }

    void hint(UserId user, String topic) {
        server.bean(LiveChannels.class).publish(new LiveHint(user, topic));
    }

    void change(UserId user, int number) {
        counter().numbers.put(user, number);
        hint(user, "counter");
    }

    LiveClient connect(String token) {
        return LiveClient.connect(uri(), token);
    }

    /** Alice, who has got the first state. */
    LiveClient subscribed() throws InterruptedException {
        var alice = connect("alice");
        alice.next();
        alice.subscribe("counter").next();
        return alice;
    }

    /** One who is ready; places of connections that have just ended are free a moment later. */
    LiveClient connectWhenThereIsRoom(String token) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            var client = connect(token);
            if (client.next().at("/type").asText().equals("ready")) {
                return client;
            }
            if (!client.closed().startsWith("4429")) {
                break;
            }
        }
        throw new AssertionError("no room was made for " + token);
    }

    @Override
    public void close() {
        server.close();
    }
}
