package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.Annotation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a transaction and may always change.
 *
 * @param version what its ETag says
 * @param payee absent if nobody is named
 */
@Serdeable
@Schema(
        name = "TransactionAnnotation",
        requiredProperties = {"transaction", "version", "notes", "tags"})
record AnnotationJson(
        UUID transaction,
        long version,
        String notes,
        @Nullable UUID payee,
        List<String> tags) {

    static AnnotationJson from(Annotation annotation) {
        var payee = annotation.payee();
        return new AnnotationJson(
                annotation.transaction().value(),
                annotation.version().number(),
                annotation.notes().value(),
                payee == null ? null : payee.value(),
                annotation.tags().values());
    }
}
