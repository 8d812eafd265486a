package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.ledger.Payee;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Payees without a database. */
public final class InMemoryPayees implements Payees {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<PayeeId, Payee> rows;
    private final Consumer<PayeeId> removed;

    /**
     * Payees.
     *
     * @param removed hears of payees that go
     */
    public InMemoryPayees(InMemoryTransactions transactions, Consumer<PayeeId> removed) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
        this.removed = removed;
    }

    @Override
    public Payee get(PayeeId id, UserId owner) {
        return rows.find(id)
                .filter(payee -> payee.owner().equals(owner))
                .orElseThrow(() -> new NotFound("payee_not_found", "There is no such payee."));
    }

    @Override
    public Payee lock(PayeeId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public Map<PayeeId, Payee> find(UserId owner, Collection<PayeeId> ids) {
        return all(owner).stream()
                .filter(payee -> ids.contains(payee.id()))
                .collect(Collectors.toMap(Payee::id, Function.identity()));
    }

    private List<Payee> all(UserId owner) {
        return NamedPages.sorted(rows.stream().filter(payee -> payee.owner().equals(owner)), InMemoryPayees::place);
    }

    private static NamedPages.Place place(Payee payee) {
        return new NamedPages.Place(payee.name().key(), payee.id().value().toString());
    }

    @Override
    public Page<Payee> page(UserId owner, PageRequest page) {
        return NamedPages.page(all(owner), page, BY_NAME, InMemoryPayees::place);
    }

    @Override
    public int count(UserId owner) {
        return all(owner).size();
    }

    @Override
    public void add(Payee payee) {
        put(payee);
    }

    @Override
    public void replace(Payee changed) {
        transactions.requireActive();
        if (!rows.find(changed.id()).map(stored -> stored.version().next()).equals(Optional.of(changed.version()))) {
            throw Payee.stale();
        }
        put(changed);
    }

    private void put(Payee payee) {
        if (all(payee.owner()).stream()
                .anyMatch(other -> !other.id().equals(payee.id())
                        && other.name().key().equals(payee.name().key()))) {
            throw Payee.nameTaken();
        }
        rows.put(payee.id(), payee);
    }

    @Override
    public void remove(PayeeId id) {
        rows.remove(id);
        removed.accept(id);
    }
}
