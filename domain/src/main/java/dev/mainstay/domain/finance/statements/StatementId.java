package dev.mainstay.domain.finance.statements;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of a file that a bank made. */
public record StatementId(UUID value) implements EntityId {}
