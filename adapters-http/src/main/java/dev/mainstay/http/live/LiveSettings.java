package dev.mainstay.http.live;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * Limits of the WebSocket.
 *
 * @param heartbeat how often a connection is pinged, its token checked again and its topics read again
 * @param sendWithin how long a client may take to accept a frame
 * @param connectionsPerUser on one instance
 * @param messagesPerMinute from one client
 * @param origins of browser pages that may connect, besides the server's own; {@code *} for any
 */
@ConfigurationProperties("mainstay.live")
record LiveSettings(
        @Bindable(defaultValue = "20s") Duration heartbeat,
        @Bindable(defaultValue = "10s") Duration sendWithin,
        @Bindable(defaultValue = "8") int connectionsPerUser,
        @Bindable(defaultValue = "60") int messagesPerMinute,
        @Bindable(defaultValue = "") List<String> origins) {}
