package dev.mainstay.application.planner;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Progress;

/** Progress without a database; transactions take turns anyway. */
public final class InMemoryProgressBook implements ProgressBook {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<UserId, Progress> rows;

    public InMemoryProgressBook(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public Progress of(UserId owner) {
        return rows.find(owner).orElseGet(() -> Progress.none(owner));
    }

    @Override
    public Progress lock(UserId owner) {
        transactions.requireActive();
        return of(owner);
    }

    @Override
    public void store(Progress progress) {
        rows.put(progress.owner(), progress);
    }
}
