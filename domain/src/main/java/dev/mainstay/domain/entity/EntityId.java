package dev.mainstay.domain.entity;

import java.util.UUID;

/** A typed id; its value is a UUIDv7 (RFC 9562), so ids sort by the time of their making. */
public interface EntityId {
    UUID value();
}
