package dev.mainstay.domain.plans;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a charge. */
public record ChargeId(UUID value) implements EntityId {}
