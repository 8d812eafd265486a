package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Categories without a database. */
public final class InMemoryCategories implements Categories {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<CategoryId, Category> rows;
    private final Predicate<CategoryId> posted;

    /**
     * Categories.
     *
     * @param posted whether there are postings to a category
     */
    public InMemoryCategories(InMemoryTransactions transactions, Predicate<CategoryId> posted) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
        this.posted = posted;
    }

    @Override
    public Category get(CategoryId id, UserId owner) {
        return rows.find(id)
                .filter(category -> category.owner().equals(owner))
                .orElseThrow(() -> new NotFound("category_not_found", "There is no such category."));
    }

    @Override
    public Category lock(CategoryId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public Map<CategoryId, Category> find(UserId owner, Collection<CategoryId> ids) {
        return all(owner).stream()
                .filter(category -> ids.contains(category.id()))
                .collect(Collectors.toMap(Category::id, Function.identity()));
    }

    @Override
    public List<Category> all(UserId owner) {
        return NamedPages.sorted(
                rows.stream().filter(category -> category.owner().equals(owner)), InMemoryCategories::place);
    }

    @Override
    public Page<Category> page(UserId owner, PageRequest page) {
        return NamedPages.page(all(owner), page, BY_NAME, InMemoryCategories::place);
    }

    private static NamedPages.Place place(Category category) {
        return new NamedPages.Place(category.name().key(), category.id().value().toString());
    }

    @Override
    public int count(UserId owner) {
        return all(owner).size();
    }

    @Override
    public boolean hasChildren(CategoryId id) {
        return rows.stream().anyMatch(category -> id.equals(category.parent()));
    }

    @Override
    public void takeTurns(UserId owner) {
        // Transactions in memory come one after the other anyway.
        transactions.requireActive();
    }

    @Override
    public void add(Category category) {
        put(category);
    }

    @Override
    public void replace(Category changed) {
        transactions.requireActive();
        if (!rows.find(changed.id()).map(stored -> stored.version().next()).equals(Optional.of(changed.version()))) {
            throw Category.stale();
        }
        put(changed);
    }

    private void put(Category category) {
        if (all(category.owner()).stream()
                .anyMatch(other -> !other.id().equals(category.id())
                        && other.kind() == category.kind()
                        && Objects.equals(other.parent(), category.parent())
                        && other.name().key().equals(category.name().key()))) {
            throw Category.nameTaken();
        }
        rows.put(category.id(), category);
    }

    @Override
    public void remove(CategoryId id) {
        if (posted.test(id) || hasChildren(id)) {
            throw Category.inUse();
        }
        rows.remove(id);
    }
}
