package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.AnnotateTransaction;
import dev.mainstay.domain.entity.Change;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.http.json.PatchReader;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * A merge patch (RFC 7396) of what is said about a transaction.
 *
 * @param named the fields that are present
 */
@Schema(implementation = AnnotationFieldsJson.class)
record AnnotationPatchJson(AnnotationFieldsJson fields, Set<String> named) {

    AnnotateTransaction.Patch toPatch() {
        return new AnnotateTransaction.Patch(
                named.contains("notes") ? new Change.To<>(SaidJson.notes(fields.notes())) : new Change.Keep<>(),
                named.contains("payee")
                        ? new Change.To<>(Optional.ofNullable(fields.payee()).map(PayeeId::new))
                        : new Change.Keep<>(),
                named.contains("tags") ? new Change.To<>(SaidJson.tags(fields.tags())) : new Change.Keep<>());
    }

    /** Reads the fields as usual and remembers which there were. */
    @Singleton
    static final class Reader extends PatchReader<AnnotationFieldsJson, AnnotationPatchJson> {
        Reader() {
            super(AnnotationFieldsJson.class, AnnotationPatchJson::new);
        }
    }
}
