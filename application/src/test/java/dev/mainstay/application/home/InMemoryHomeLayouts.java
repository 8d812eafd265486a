package dev.mainstay.application.home;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Stale;

/** Layouts without a database. */
public final class InMemoryHomeLayouts implements HomeLayouts {

    private final InMemoryTable<UserId, HomeLayout> rows;

    public InMemoryHomeLayouts(InMemoryTransactions transactions) {
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public HomeLayout of(UserId owner) {
        return rows.find(owner).orElseGet(() -> HomeLayout.initial(owner));
    }

    @Override
    public void replace(HomeLayout changed, Version expected) {
        if (!of(changed.owner()).version().equals(expected)) {
            throw new Stale("stale", "The layout was changed by another device; read it again.");
        }
        rows.put(changed.owner(), changed);
    }
}
