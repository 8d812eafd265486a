package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Budgets without a database; one transaction at a time, so a lock is nothing. */
public final class InMemoryBudgets implements Budgets {

    private final InMemoryTransactions transactions;
    private final InMemoryBareBooks books;
    private final InMemoryTable<BudgetId, Budget> rows;
    private final InMemoryTable<Key, Mark> crossings;

    public InMemoryBudgets(InMemoryTransactions transactions, InMemoryBareBooks books) {
        this.transactions = transactions;
        this.books = books;
        this.rows = new InMemoryTable<>(transactions);
        this.crossings = new InMemoryTable<>(transactions);
    }

    private record Key(BudgetId budget, LocalDate periodStart, int threshold) {}

    private record Mark(BudgetId budget, Crossing crossing) {}

    @Override
    public Budget get(BudgetId id, UserId owner) {
        return rows.find(id)
                .filter(budget -> budget.owner().equals(owner))
                .orElseThrow(() -> new NotFound("budget_not_found", "There is no such budget."));
    }

    @Override
    public Budget lock(BudgetId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public List<Budget> of(UserId owner) {
        return rows.stream()
                .filter(budget -> budget.owner().equals(owner))
                .sorted(Comparator.comparing(
                                (Budget budget) -> budget.name().value().toLowerCase(Locale.ROOT))
                        .thenComparing(budget -> budget.id().value()))
                .toList();
    }

    @Override
    public void add(Budget created) {
        rows.put(created.id(), created);
    }

    @Override
    public void replace(Budget changed) {
        if (!get(changed.id(), changed.owner()).version().next().equals(changed.version())) {
            throw new Stale("stale", "The budget was changed meanwhile; read it again.");
        }
        rows.put(changed.id(), changed);
    }

    @Override
    public void remove(BudgetId id) {
        rows.remove(id);
    }

    @Override
    public List<Watching> lockWatching(UserId owner, Collection<CategoryId> categories) {
        transactions.requireActive();
        return rows.stream()
                .filter(budget -> budget.owner().equals(owner) && !budget.archived())
                .sorted(Comparator.comparing(budget -> budget.id().value()))
                .map(budget -> new Watching(
                        budget,
                        categories.stream()
                                .filter(category -> counts(budget, category))
                                .collect(Collectors.toSet())))
                .filter(watching -> !watching.counted().isEmpty())
                .toList();
    }

    private boolean counts(Budget budget, CategoryId category) {
        return budget.category().equals(category)
                || books.category(category)
                        .map(InMemoryBareBooks.Category::parent)
                        .filter(budget.category()::equals)
                        .isPresent();
    }

    @Override
    public boolean crossed(BudgetId id, LocalDate periodStart, int threshold, Instant at) {
        var key = new Key(id, periodStart, threshold);
        if (crossings.find(key).isPresent()) {
            return false;
        }
        crossings.put(key, new Mark(id, new Crossing(periodStart, threshold, at)));
        return true;
    }

    @Override
    public List<Crossing> crossings(BudgetId id) {
        return crossings.stream()
                .filter(mark -> mark.budget().equals(id))
                .map(Mark::crossing)
                .sorted(Comparator.comparing(Crossing::periodStart).reversed().thenComparing(Crossing::threshold))
                .toList();
    }
}
