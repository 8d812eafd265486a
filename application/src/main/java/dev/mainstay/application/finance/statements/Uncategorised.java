package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.identity.UserId;

/** The category of what nobody has said the category of; made when it is first needed. */
final class Uncategorised {

    private static final LedgerName NAME = new LedgerName("Uncategorised");

    private final Categories categories;
    private final KeepCategories keep;

    Uncategorised(Categories categories, KeepCategories keep) {
        this.categories = categories;
        this.keep = keep;
    }

    CategoryId of(UserId owner, CategoryKind kind) {
        categories.takeTurns(owner);
        return categories.all(owner).stream()
                .filter(each -> each.kind() == kind
                        && each.parent() == null
                        && each.name().key().equals(NAME.key()))
                .findAny()
                .map(found -> found.archived()
                        ? keep.restore(new KeepCategories.Subject(owner, found.id(), null))
                                .id()
                        : found.id())
                .orElseGet(() -> keep.create(owner, kind, NAME, null).id());
    }
}
