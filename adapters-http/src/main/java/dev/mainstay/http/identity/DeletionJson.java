package dev.mainstay.http.identity;

import dev.mainstay.domain.identity.Deletion;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A wish to be forgotten.
 *
 * @param requestedAt when it was made
 * @param due when it is carried out unless it is taken back before
 */
@Serdeable
@Schema(
        requiredProperties = {"requestedAt", "due"},
        example = """
                {"requestedAt":"2026-03-01T10:00:00Z","due":"2026-03-31T10:00:00Z"}""")
record DeletionJson(Instant requestedAt, Instant due) {

    static DeletionJson from(Deletion deletion) {
        return new DeletionJson(deletion.requestedAt(), deletion.due());
    }
}
