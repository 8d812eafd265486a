package dev.mainstay.application.finance.books;

import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.identity.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Books without a database, for what sums them up. */
public final class InMemoryBareBooks implements BareBooks {

    private final InMemoryTransactions transactions;
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTable<LedgerAccountId, Account> accounts;
    private final InMemoryTable<CategoryId, Category> categories;
    private final InMemoryTable<UUID, Entry> entries;

    public InMemoryBareBooks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.accounts = new InMemoryTable<>(transactions);
        this.categories = new InMemoryTable<>(transactions);
        this.entries = new InMemoryTable<>(transactions);
    }

    /** An account. */
    public record Account(UserId owner, LedgerAccountId id, Currency currency) {}

    /** A category, which may stand under another. */
    public record Category(
            UserId owner,
            CategoryId id,
            CategoryKind kind,
            @Nullable CategoryId parent) {}

    /** A posting of a day. */
    public record Entry(UserId owner, LocalDate day, Posting posting) {}

    @Override
    public UserId newUser() {
        return new UserId(ids.next());
    }

    @Override
    public LedgerAccountId account(UserId owner, String currency) {
        var id = new LedgerAccountId(ids.next());
        return transactions.run(() -> {
            accounts.put(id, new Account(owner, id, Currency.getInstance(currency)));
            return id;
        });
    }

    @Override
    public CategoryId category(UserId owner, CategoryKind kind, @Nullable CategoryId parent) {
        var id = new CategoryId(ids.next());
        return transactions.run(() -> {
            categories.put(id, new Category(owner, id, kind, parent));
            return id;
        });
    }

    /** Lets a category stand under another, in the active transaction. */
    public void move(CategoryId id, CategoryId parent) {
        var moved = category(id).orElseThrow();
        categories.put(id, new Category(moved.owner(), id, moved.kind(), parent));
    }

    @Override
    public void post(UserId owner, LocalDate day, Posting... postings) {
        var added = new ArrayList<Entry>();
        for (Posting posting : postings) {
            added.add(new Entry(owner, day, posting));
        }
        transactions.run(() -> {
            added.forEach(entry -> entries.put(ids.next(), entry));
            return added;
        });
    }

    public List<Account> accounts(UserId owner) {
        return accounts.stream()
                .filter(account -> account.owner().equals(owner))
                .toList();
    }

    public Optional<Category> category(CategoryId id) {
        return categories.find(id);
    }

    /** All postings of an owner. */
    public Stream<Entry> entries(UserId owner) {
        return entries.stream().filter(entry -> entry.owner().equals(owner));
    }
}
