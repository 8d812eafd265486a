package dev.mainstay.http.finance.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a transaction is taken back, and why.
 *
 * @param at an RFC 3339 instant; the start of the day if absent, or now
 * @param day the accounting day; that of at, in the zone of the profile, if absent
 * @param description one line, at most 500 characters
 */
@Serdeable
@Schema(name = "Reversal", example = "{\"description\":\"Charged twice\"}")
record ReversalJson(
        @Nullable @Schema(format = "date-time") String at,
        @Nullable @Schema(format = "date") String day,
        @Nullable String description) {}
