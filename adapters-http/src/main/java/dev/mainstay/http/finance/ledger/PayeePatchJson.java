package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.KeepPayees;
import dev.mainstay.domain.entity.Change;
import dev.mainstay.http.json.PatchReader;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * A merge patch (RFC 7396) of a payee.
 *
 * @param named the fields that are present
 */
@Schema(implementation = PayeeFieldsJson.class)
record PayeePatchJson(PayeeFieldsJson fields, Set<String> named) {

    KeepPayees.Patch toPatch() {
        return new KeepPayees.Patch(
                named.contains("name") ? new Change.To<>(Fields.name(fields.name())) : new Change.Keep<>(),
                named.contains("category")
                        ? new Change.To<>(Optional.ofNullable(fields.toCategory()))
                        : new Change.Keep<>());
    }

    /** Reads the fields as usual and remembers which there were. */
    @Singleton
    static final class Reader extends PatchReader<PayeeFieldsJson, PayeePatchJson> {
        Reader() {
            super(PayeeFieldsJson.class, PayeePatchJson::new);
        }
    }
}
