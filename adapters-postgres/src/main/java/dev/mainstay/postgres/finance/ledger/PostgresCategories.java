package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.SqlFailures;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Categories in {@code finance.category}. */
public final class PostgresCategories implements Categories {

    private static final String SELECT = """
            SELECT id, owner, version, kind, name, parent, archived_at
            FROM finance.category
            """;

    private final Database database;

    public PostgresCategories(Database database) {
        this.database = database;
    }

    @Override
    public Category get(CategoryId id, UserId owner) {
        return database.read(handle -> find(handle, id, owner, ""));
    }

    /** Waits also for postings to it that are not committed, so that what removes it sees them. */
    @Override
    public Category lock(CategoryId id, UserId owner) {
        return database.write(handle -> find(handle, id, owner, "FOR UPDATE"));
    }

    private static Category find(Handle handle, CategoryId id, UserId owner, String lock) {
        return handle.createQuery(SELECT + "WHERE id = :id AND owner = :owner " + lock)
                .bind("id", id.value())
                .bind("owner", owner.value())
                .map(LedgerRows::category)
                .findOne()
                .orElseThrow(() -> new NotFound("category_not_found", "There is no such category."));
    }

    @Override
    public Map<CategoryId, Category> find(UserId owner, Collection<CategoryId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery(SELECT + "WHERE owner = :owner AND id = ANY(:ids)")
                .bind("owner", owner.value())
                .bindArray(
                        "ids", UUID.class, ids.stream().map(CategoryId::value).toArray())
                .map(LedgerRows::category)
                .collect(Collectors.toMap(Category::id, Function.identity())));
    }

    @Override
    public List<Category> all(UserId owner) {
        return database.read(handle -> handle.createQuery(SELECT + "WHERE owner = :owner ORDER BY name_key, id")
                .bind("owner", owner.value())
                .map(LedgerRows::category)
                .list());
    }

    @Override
    public Page<Category> page(UserId owner, PageRequest page) {
        var rows = database.read(handle -> LedgerRows.bindPage(
                        handle.createQuery(SELECT + "WHERE owner = :owner" + LedgerRows.PAGE_BY_NAME), page)
                .bind("owner", owner.value())
                .map(LedgerRows::category)
                .list());
        return Page.of(
                rows,
                page.limit(),
                category -> LedgerRows.byName(
                        BY_NAME, category.name(), category.id().value()));
    }

    @Override
    public int count(UserId owner) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM finance.category WHERE owner = :owner")
                .bind("owner", owner.value())
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public boolean hasChildren(CategoryId id) {
        return database.read(
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM finance.category WHERE parent = :id)")
                        .bind("id", id.value())
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public void takeTurns(UserId owner) {
        database.execute(handle -> handle.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended('finance.category ' || ?::text, 0))", owner.value()));
    }

    @Override
    public void add(Category category) {
        database.execute(handle -> LedgerFailures.refusing(
                "category_name",
                Category::nameTaken,
                () -> handle.createUpdate("""
                                INSERT INTO finance.category (id, owner, version, kind, name, name_key, parent, archived_at)
                                VALUES (:id, :owner, :version, :kind, :name, :nameKey, :parent, :archivedAt)
                                """)
                        .bind("id", category.id().value())
                        .bind("owner", category.owner().value())
                        .bind("version", category.version().number())
                        .bind("kind", category.kind().name())
                        .bind("name", category.name().value())
                        .bind("nameKey", category.name().key())
                        .bindByType("parent", value(category.parent()), UUID.class)
                        .bind("archivedAt", category.archivedAt())
                        .execute()));
    }

    @Override
    public void replace(Category changed) {
        database.execute(handle -> LedgerFailures.refusing("category_name", Category::nameTaken, () -> {
            int rows = handle.createUpdate("""
                                    UPDATE finance.category SET
                                        version = :version, name = :name, name_key = :nameKey, parent = :parent,
                                        archived_at = :archivedAt
                                    WHERE id = :id AND owner = :owner AND version = :version - 1
                                    """)
                    .bind("id", changed.id().value())
                    .bind("owner", changed.owner().value())
                    .bind("version", changed.version().number())
                    .bind("name", changed.name().value())
                    .bind("nameKey", changed.name().key())
                    .bindByType("parent", value(changed.parent()), UUID.class)
                    .bind("archivedAt", changed.archivedAt())
                    .execute();
            if (rows == 0) {
                throw Category.stale();
            }
        }));
    }

    /** Other parts of finance may refer to it, too; their foreign keys refuse as these conditions do. */
    @Override
    public void remove(CategoryId id) {
        database.execute(handle -> {
            boolean used = handle.createQuery("""
                            SELECT EXISTS (SELECT FROM finance.posting WHERE category = :id)
                                OR EXISTS (SELECT FROM finance.category WHERE parent = :id)
                            """)
                    .bind("id", id.value())
                    .mapTo(Boolean.class)
                    .one();
            if (used) {
                throw Category.inUse();
            }
            try {
                handle.execute("DELETE FROM finance.category WHERE id = ?", id.value());
            } catch (RuntimeException failure) {
                throw SqlFailures.violatedConstraint(failure).isPresent() ? Category.inUse() : failure;
            }
        });
    }

    private static @Nullable UUID value(@Nullable CategoryId id) {
        return id == null ? null : id.value();
    }
}
