package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a payee. */
public record PayeeId(UUID value) implements EntityId {}
