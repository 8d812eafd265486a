package dev.mainstay.domain.plans;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a subscription. */
public record SubscriptionId(UUID value) implements EntityId {}
