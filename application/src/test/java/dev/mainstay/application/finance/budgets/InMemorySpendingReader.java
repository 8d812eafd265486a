package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks.Entry;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.util.List;
import java.util.TreeMap;

/** Sums up postings one by one. */
public final class InMemorySpendingReader implements SpendingReader {

    private final InMemoryBareBooks books;

    public InMemorySpendingReader(InMemoryBareBooks books) {
        this.books = books;
    }

    @Override
    public List<List<Money>> spent(UserId owner, List<Window> windows) {
        return windows.stream().map(window -> spent(owner, window)).toList();
    }

    private List<Money> spent(UserId owner, Window window) {
        var sums = new TreeMap<String, Money>();
        books.entries(owner)
                .filter(entry -> counts(entry, window))
                .map(entry -> entry.posting().amount())
                .forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
        return sums.values().stream().filter(sum -> !sum.isZero()).toList();
    }

    private boolean counts(Entry entry, Window window) {
        return !entry.day().isBefore(window.days().from())
                && entry.day().isBefore(window.days().until())
                && entry.posting().target() instanceof ToCategory(CategoryId category)
                && (category.equals(window.category())
                        || books.category(category)
                                .map(InMemoryBareBooks.Category::parent)
                                .filter(window.category()::equals)
                                .isPresent());
    }
}
