package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.Attachment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What is known of a file that belongs to a transaction. */
@Serdeable
@Schema(
        name = "Attachment",
        requiredProperties = {"id", "name", "mediaType", "size", "sha256", "createdAt"})
record AttachmentJson(UUID id, String name, String mediaType, long size, String sha256, Instant createdAt) {

    static AttachmentJson from(Attachment attachment) {
        return new AttachmentJson(
                attachment.id().value(),
                attachment.name(),
                attachment.mediaType(),
                attachment.size(),
                attachment.sha256(),
                attachment.createdAt());
    }
}
