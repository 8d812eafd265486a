package dev.mainstay.http.finance.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may change of a category.
 *
 * @param name one line, at most 120 characters
 * @param parent one of the same kind that stands at the top; null to stand at the top
 */
@Serdeable
@Schema(name = "CategoryFields", example = "{\"name\":\"Food\"}")
record CategoryFieldsJson(@Nullable String name, @Nullable UUID parent) {}
