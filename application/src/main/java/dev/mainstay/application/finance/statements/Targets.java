package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.identity.UserId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which category each row of a statement is booked to: the given one, the payee's usual one, or one that says that nobody knows. A row
 * that belongs to another one of the file, such as the release of a hold, goes where that one goes, so that they make up for each other.
 */
final class Targets {

    private final UserId owner;
    private final Map<Integer, CategoryId> given;
    private final Uncategorised uncategorised;
    private final Map<String, PreviewedRow> byId = new HashMap<>();
    private final Map<CategoryKind, CategoryId> unknown = new HashMap<>();

    Targets(StatementPreview preview, Map<Integer, CategoryId> given, Uncategorised uncategorised) {
        this.owner = preview.statement().owner();
        this.given = given;
        this.uncategorised = uncategorised;
        preview.rows().forEach(row -> {
            if (row.row() instanceof Usable usable && !usable.id().isEmpty()) {
                byId.putIfAbsent(usable.id(), row);
            }
        });
    }

    CategoryId of(PreviewedRow row) {
        @Nullable CategoryId own = known(row);
        if (own != null) {
            return own;
        }
        PreviewedRow related = byId.getOrDefault(((Usable) row.row()).related(), row);
        @Nullable CategoryId theirs = known(related);
        return theirs != null
                ? theirs
                : unknown.computeIfAbsent(
                        ((Usable) related.row()).amount().sign() > 0 ? CategoryKind.INCOME : CategoryKind.EXPENSE,
                        kind -> uncategorised.of(owner, kind));
    }

    private @Nullable CategoryId known(PreviewedRow row) {
        return given.getOrDefault(row.number(), row.category());
    }
}
