package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Change;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryChanged;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerName;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates, changes, archives and removes categories. An owner's changes of categories take turns, for they stand under each other. */
public final class KeepCategories {

    /** More than anybody tells apart. */
    public static final int MOST = 1_000;

    private final Writes writes;
    private final Categories categories;
    private final Ids ids;
    private final InstantSource clock;

    public KeepCategories(Writes writes, Categories categories, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.categories = categories;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Which category.
     *
     * @param expected null for whatever version there is
     */
    public record Subject(
            UserId owner, CategoryId category, @Nullable Version expected) {}

    /** What changes; a parent that becomes empty means the top. */
    public record Patch(Change<LedgerName> name, Change<Optional<CategoryId>> parent) {}

    public Category create(UserId owner, CategoryKind kind, LedgerName name, @Nullable CategoryId parent) {
        return writes.run(events -> {
            categories.takeTurns(owner);
            if (categories.count(owner) >= MOST) {
                throw new Conflict(
                        "too_many_categories", "There are %,d categories, which is the most.".formatted(MOST));
            }
            var category = Category.create(new CategoryId(ids.next()), owner, kind, name, parent(owner, parent));
            categories.add(category);
            events.raise(new CategoryChanged(owner, category.id()));
            return category;
        });
    }

    public Category revise(Subject subject, Patch patch) {
        return change(subject, category -> {
            @Nullable
            CategoryId place =
                    patch.parent().on(Optional.ofNullable(category.parent())).orElse(null);
            var revised = category.revise(patch.name().on(category.name()), parent(subject.owner(), place));
            if (place != null && !place.equals(category.parent()) && categories.hasChildren(category.id())) {
                throw new Conflict(
                        "category_too_deep", "Other categories stand under it, so it stands at the top itself.");
            }
            return revised;
        });
    }

    public Category archive(Subject subject) {
        return change(subject, category -> category.archive(clock.instant()));
    }

    public Category restore(Subject subject) {
        return change(subject, Category::restore);
    }

    /** Forgets one that was never used. */
    public void remove(Subject subject) {
        writes.perform(events -> {
            categories.takeTurns(subject.owner());
            var category = categories.lock(subject.category(), subject.owner()).expect(subject.expected());
            categories.remove(category.id());
            events.raise(new CategoryChanged(subject.owner(), category.id()));
        });
    }

    private Category change(Subject subject, UnaryOperator<Category> decision) {
        return writes.run(events -> {
            categories.takeTurns(subject.owner());
            var category = categories.lock(subject.category(), subject.owner()).expect(subject.expected());
            var changed = decision.apply(category);
            if (!changed.equals(category)) {
                categories.replace(changed);
                events.raise(new CategoryChanged(changed.owner(), changed.id()));
            }
            return changed;
        });
    }

    private @Nullable Category parent(UserId owner, @Nullable CategoryId parent) {
        if (parent == null) {
            return null;
        }
        @Nullable Category found = categories.find(owner, List.of(parent)).get(parent);
        if (found == null) {
            throw new Invalid("parent", "unknown_category", "is no category of yours");
        }
        return found;
    }
}
