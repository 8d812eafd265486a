package dev.mainstay.domain.identity;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a user. */
public record UserId(UUID value) implements EntityId {}
