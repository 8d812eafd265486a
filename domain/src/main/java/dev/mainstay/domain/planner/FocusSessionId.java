package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a focus session. */
public record FocusSessionId(UUID value) implements EntityId {}
