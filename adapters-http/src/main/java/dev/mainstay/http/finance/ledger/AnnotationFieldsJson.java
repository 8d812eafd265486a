package dev.mainstay.http.finance.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may change of what is said about a transaction.
 *
 * @param notes at most 5,000 characters
 * @param payee one of the caller's payees; null for nobody
 * @param tags at most 20 of at most 40 characters
 */
@Serdeable
@Schema(name = "AnnotationFields", example = "{\"notes\":\"With the receipt\",\"tags\":[\"home\"]}")
record AnnotationFieldsJson(
        @Nullable String notes,
        @Nullable UUID payee,
        @Nullable List<String> tags) {}
