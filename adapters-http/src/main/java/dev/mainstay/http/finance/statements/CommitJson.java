package dev.mainstay.http.finance.statements;

import dev.mainstay.application.finance.statements.layout.StatementFile;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows to book, and to which categories.
 *
 * @param rows their numbers; all that are new if absent
 * @param categories of some of them; the others get their payee's usual one, or "Uncategorised"
 */
@Serdeable
@Schema(name = "CommitStatement", example = """
        {"rows":[1,2,5],"categories":[{"row":1,"category":"0197a1de-0000-7000-8000-000000000003"}]}""")
record CommitJson(@Nullable List<Integer> rows, @Nullable List<RowCategoryJson> categories) {

    /** The category of a row. */
    @Serdeable
    @Schema(
            name = "StatementRowCategory",
            requiredProperties = {"row", "category"})
    record RowCategoryJson(int row, UUID category) {}

    Optional<Set<Integer>> chosen() {
        if (rows == null) {
            return Optional.empty();
        }
        if (rows.contains(null) || rows.size() > StatementFile.MOST_ROWS) {
            throw new Invalid("rows", "malformed", "must be at most " + StatementFile.MOST_ROWS + " numbers of rows");
        }
        return Optional.of(Set.copyOf(rows));
    }

    Map<Integer, CategoryId> byRow() {
        var byRow = new HashMap<Integer, CategoryId>();
        var given = categories == null ? List.<RowCategoryJson>of() : categories;
        for (int i = 0; i < given.size(); i++) {
            var each = given.get(i);
            if (each == null) {
                throw new Invalid("categories[" + i + "]", "missing", "must not be null");
            }
            if (byRow.put(each.row(), new CategoryId(each.category())) != null) {
                throw new Invalid("categories[" + i + "].row", "row_twice", "must name each row once");
            }
        }
        return byRow;
    }
}
