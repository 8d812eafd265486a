package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All categories. Everything that writes or locks needs the active transaction. */
public interface Categories {

    /** The name of the only order of pages: by name, in the way of no language, then by id. */
    String BY_NAME = "name";

    /**
     * The owner's category.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none, or it is another's
     */
    Category get(CategoryId id, UserId owner);

    /** As {@link #get}; nobody else changes the category until this transaction ends. */
    Category lock(CategoryId id, UserId owner);

    /** Those of the categories that are the owner's. */
    Map<CategoryId, Category> find(UserId owner, Collection<CategoryId> ids);

    /** All of the owner's categories, archived ones too, by name. */
    List<Category> all(UserId owner);

    /** A page of the owner's categories, archived ones too, in the order {@link #BY_NAME}. */
    Page<Category> page(UserId owner, PageRequest page);

    /** How many there are, archived ones too. */
    int count(UserId owner);

    /** Whether others stand under it. */
    boolean hasChildren(CategoryId id);

    /** Until this transaction ends, other transactions that call this for the owner wait: for what spans many categories. */
    void takeTurns(UserId owner);

    /**
     * Adds a new one.
     *
     * @throws dev.mainstay.domain.refusal.Conflict if another in the same place has its name
     */
    void add(Category category);

    /**
     * Stores a changed one.
     *
     * @throws dev.mainstay.domain.refusal.Stale if the stored version is not the one before it
     * @throws dev.mainstay.domain.refusal.Conflict if another in the same place has its name
     */
    void replace(Category changed);

    /**
     * Forgets one that was never used.
     *
     * @throws dev.mainstay.domain.refusal.Conflict if it stands in transactions or over others
     */
    void remove(CategoryId id);
}
