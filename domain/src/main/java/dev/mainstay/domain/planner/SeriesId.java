package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a series: the tasks that follow each other by one recurrence rule. */
public record SeriesId(UUID value) implements EntityId {}
