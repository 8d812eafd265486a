package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a transaction. */
public record TransactionId(UUID value) implements EntityId {}
