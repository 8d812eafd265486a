package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Accounts of the books without a database. */
public final class InMemoryLedgerAccounts implements LedgerAccounts {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<LedgerAccountId, LedgerAccount> rows;

    public InMemoryLedgerAccounts(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public LedgerAccount get(LedgerAccountId id, UserId owner) {
        return rows.find(id)
                .filter(account -> account.owner().equals(owner))
                .orElseThrow(() -> new NotFound("account_not_found", "There is no such account."));
    }

    @Override
    public LedgerAccount lock(LedgerAccountId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public Map<LedgerAccountId, LedgerAccount> lockAll(UserId owner, Collection<LedgerAccountId> ids) {
        transactions.requireActive();
        return all(owner).stream()
                .filter(account -> ids.contains(account.id()))
                .collect(Collectors.toMap(LedgerAccount::id, Function.identity()));
    }

    @Override
    public List<LedgerAccount> all(UserId owner) {
        return NamedPages.sorted(
                rows.stream().filter(account -> account.owner().equals(owner)), InMemoryLedgerAccounts::place);
    }

    @Override
    public Page<LedgerAccount> page(UserId owner, PageRequest page) {
        return NamedPages.page(all(owner), page, BY_NAME, InMemoryLedgerAccounts::place);
    }

    private static NamedPages.Place place(LedgerAccount account) {
        return new NamedPages.Place(account.name().key(), account.id().value().toString());
    }

    @Override
    public int count(UserId owner) {
        return all(owner).size();
    }

    @Override
    public void add(LedgerAccount account) {
        put(account);
    }

    @Override
    public void replace(LedgerAccount changed) {
        transactions.requireActive();
        if (!rows.find(changed.id()).map(stored -> stored.version().next()).equals(Optional.of(changed.version()))) {
            throw LedgerAccount.stale();
        }
        put(changed);
    }

    private void put(LedgerAccount account) {
        if (all(account.owner()).stream()
                .anyMatch(other -> !other.id().equals(account.id())
                        && other.name().key().equals(account.name().key()))) {
            throw LedgerAccount.nameTaken();
        }
        rows.put(account.id(), account);
    }
}
