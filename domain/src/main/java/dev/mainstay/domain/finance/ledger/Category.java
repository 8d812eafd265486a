package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What money was earned from or spent on. It may stand under another of its kind, which then stands under none: two levels, so there
 * are no circles. Archived, it takes no new transactions.
 *
 * @param parent null at the top
 * @param archivedAt null while it is in use
 */
public record Category(
        CategoryId id,
        UserId owner,
        Version version,
        CategoryKind kind,
        LedgerName name,
        @Nullable CategoryId parent,
        @Nullable Instant archivedAt) {

    public Category {
        archivedAt = archivedAt == null ? null : archivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Category create(
            CategoryId id, UserId owner, CategoryKind kind, LedgerName name, @Nullable Category parent) {
        return new Category(id, owner, Version.FIRST, kind, name, under(kind, parent), null);
    }

    public boolean archived() {
        return archivedAt != null;
    }

    /** Refuses if the caller has seen another version. */
    public Category expect(@Nullable Version expected) {
        if (expected != null && !expected.equals(version)) {
            throw stale();
        }
        return this;
    }

    /** What to say when somebody was faster. */
    public static Stale stale() {
        return new Stale("category_changed", "The category was changed in the meantime; read it again and repeat.");
    }

    /** What to say when another category is called so. */
    public static Conflict nameTaken() {
        return new Conflict(
                "category_name_taken",
                "Another of your categories has this name in this place; choose a different one.");
    }

    /** What to say when it stands in transactions, or over other categories. */
    public static Conflict inUse() {
        return new Conflict("category_in_use", "The category is in use; archive it instead.");
    }

    /** Refuses if nothing may be posted to it. */
    public void requireInUse() {
        if (archived()) {
            throw new Conflict(
                    "category_archived", "The category " + id.value() + " is archived; take it back to post to it.");
        }
    }

    /** Is called so and stands there; {@code newParent} is null for the top. */
    public Category revise(LedgerName newName, @Nullable Category newParent) {
        var place = under(kind, newParent);
        if (newParent != null && newParent.id().equals(id)) {
            throw new Conflict("category_under_itself", "A category cannot stand under itself.");
        }
        var same = new Category(id, owner, version, kind, newName, place, archivedAt);
        return same.equals(this) ? this : new Category(id, owner, version.next(), kind, newName, place, archivedAt);
    }

    /** Archiving what is archived changes nothing. */
    public Category archive(Instant now) {
        return archived() ? this : new Category(id, owner, version.next(), kind, name, parent, now);
    }

    /** Is in use again. */
    public Category restore() {
        return archived() ? new Category(id, owner, version.next(), kind, name, parent, null) : this;
    }

    private static @Nullable CategoryId under(CategoryKind kind, @Nullable Category parent) {
        if (parent == null) {
            return null;
        }
        if (parent.kind() != kind) {
            throw new Conflict(
                    "category_kind_differs", "A category stands under one of its own kind, which is " + kind + ".");
        }
        if (parent.parent() != null) {
            throw new Conflict("category_too_deep", "A category stands at the top or under one that does.");
        }
        return parent.id();
    }
}
