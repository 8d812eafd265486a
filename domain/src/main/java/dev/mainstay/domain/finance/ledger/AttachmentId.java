package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.EntityId;
import java.util.UUID;

/** The id of an attachment. */
public record AttachmentId(UUID value) implements EntityId {}
