package dev.mainstay.domain.identity;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a session: one login on one device. */
public record SessionId(UUID value) implements EntityId {}
