package dev.mainstay.http.live;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What a client sends. */
@Serdeable
record LiveRequest(String type, @Nullable String topic) {

    static final String SUBSCRIBE = "subscribe";
    static final String UNSUBSCRIBE = "unsubscribe";
}
