package dev.mainstay.http.finance.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What is known of the files of a transaction, oldest first; at most 20. */
@Serdeable
@Schema(name = "Attachments", requiredProperties = "items")
record AttachmentsJson(List<AttachmentJson> items) {}
