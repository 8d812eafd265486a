package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A category.
 *
 * @param version what its ETag says
 * @param parent absent at the top
 * @param archivedAt absent while it is in use
 */
@Serdeable
@Schema(
        name = "Category",
        requiredProperties = {"id", "version", "kind", "name", "archived"},
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000003","version":1,"kind":"EXPENSE","name":"Groceries","archived":false}""")
record CategoryJson(
        UUID id,
        long version,
        CategoryKind kind,
        String name,
        @Nullable UUID parent,
        boolean archived,
        @Nullable Instant archivedAt) {

    static CategoryJson from(Category category) {
        var parent = category.parent();
        return new CategoryJson(
                category.id().value(),
                category.version().number(),
                category.kind(),
                category.name().value(),
                parent == null ? null : parent.value(),
                category.archived(),
                category.archivedAt());
    }
}
