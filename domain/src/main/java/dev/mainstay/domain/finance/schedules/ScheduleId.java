package dev.mainstay.domain.finance.schedules;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** Names a schedule. */
public record ScheduleId(UUID value) implements EntityId {}
