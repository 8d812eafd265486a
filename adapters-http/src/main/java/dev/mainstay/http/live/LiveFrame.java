package dev.mainstay.http.live;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server sends.
 *
 * @param epoch names this connection: a client that sees another one, or a sequence with a hole, has missed something
 * @param sequence counts the states of a topic within the epoch, from 1
 */
@Serdeable
record LiveFrame(
        String type,
        @Nullable String topic,
        @Nullable String epoch,
        @Nullable Long sequence,
        @Nullable Instant asOf,
        @Nullable Object data,
        @Nullable String code,
        @Nullable String message) {

    static LiveFrame ready(String epoch) {
        return new LiveFrame("ready", null, epoch, null, null, null, null, null);
    }

    static LiveFrame state(String topic, String epoch, long sequence, Instant asOf, Object data) {
        return new LiveFrame("state", topic, epoch, sequence, asOf, data, null, null);
    }

    static LiveFrame unsubscribed(String topic) {
        return new LiveFrame("unsubscribed", topic, null, null, null, null, null, null);
    }

    static LiveFrame error(@Nullable String topic, String code, String message) {
        return new LiveFrame("error", topic, null, null, null, null, code, message);
    }
}
