package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a category. */
public record CategoryId(UUID value) implements EntityId {}
