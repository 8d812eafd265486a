package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.domain.entity.Change;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.http.json.PatchReader;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * A merge patch (RFC 7396) of a category.
 *
 * @param named the fields that are present
 */
@Schema(implementation = CategoryFieldsJson.class)
record CategoryPatchJson(CategoryFieldsJson fields, Set<String> named) {

    KeepCategories.Patch toPatch() {
        return new KeepCategories.Patch(
                named.contains("name") ? new Change.To<>(Fields.name(fields.name())) : new Change.Keep<>(),
                named.contains("parent")
                        ? new Change.To<>(Optional.ofNullable(fields.parent()).map(CategoryId::new))
                        : new Change.Keep<>());
    }

    /** Reads the fields as usual and remembers which there were. */
    @Singleton
    static final class Reader extends PatchReader<CategoryFieldsJson, CategoryPatchJson> {
        Reader() {
            super(CategoryFieldsJson.class, CategoryPatchJson::new);
        }
    }
}
