package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category to make.
 *
 * @param kind stays for ever
 * @param name one line, at most 120 characters
 * @param parent one of the same kind that stands at the top; absent to stand at the top
 */
@Serdeable
@Schema(
        name = "NewCategory",
        requiredProperties = {"kind", "name"},
        example = "{\"kind\":\"EXPENSE\",\"name\":\"Groceries\"}")
record NewCategoryJson(
        @Nullable CategoryKind kind,
        @Nullable String name,
        @Nullable UUID parent) {

    @Nullable
    CategoryId toParent() {
        return parent == null ? null : new CategoryId(parent);
    }
}
