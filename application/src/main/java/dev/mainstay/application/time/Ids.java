package dev.mainstay.application.time;

import java.util.UUID;

/** Makes the ids of new things: UUIDv7 (RFC 9562), ascending within an instance. */
@FunctionalInterface
public interface Ids {
    UUID next();
}
