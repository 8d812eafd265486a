package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a task. */
public record TaskId(UUID value) implements EntityId {}
