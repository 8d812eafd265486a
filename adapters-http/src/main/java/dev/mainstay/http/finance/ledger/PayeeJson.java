package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.Payee;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody money changes hands with.
 *
 * @param version what its ETag says
 * @param category what that usually is; absent if it varies
 */
@Serdeable
@Schema(
        name = "Payee",
        requiredProperties = {"id", "version", "name"},
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000004","version":1,"name":"Corner shop"}""")
record PayeeJson(
        UUID id, long version, String name, @Nullable UUID category) {

    static PayeeJson from(Payee payee) {
        var category = payee.category();
        return new PayeeJson(
                payee.id().value(),
                payee.version().number(),
                payee.name().value(),
                category == null ? null : category.value());
    }
}
