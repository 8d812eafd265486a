package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of an account in the books. */
public record LedgerAccountId(UUID value) implements EntityId {}
