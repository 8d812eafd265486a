package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.LedgerName;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an account is called from now on.
 *
 * @param name one line, at most 120 characters
 */
@Serdeable
@Schema(name = "FinanceAccountName", requiredProperties = "name", example = "{\"name\":\"Joint account\"}")
record NameJson(@Nullable String name) {

    LedgerName toName() {
        return Fields.name(name);
    }
}
