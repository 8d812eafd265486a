package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.CategoryId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a payee.
 *
 * @param name one line, at most 120 characters; required in a new one
 * @param category what that usually is; null if it varies
 */
@Serdeable
@Schema(name = "PayeeFields", example = "{\"name\":\"Corner shop\"}")
record PayeeFieldsJson(@Nullable String name, @Nullable UUID category) {

    @Nullable
    CategoryId toCategory() {
        return category == null ? null : new CategoryId(category);
    }
}
