package dev.mainstay.application.home;

import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;

class InMemoryHomeLayoutsTest extends HomeLayoutsContract {

    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryHomeLayouts layouts = new InMemoryHomeLayouts(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected HomeLayouts layouts() {
        return layouts;
    }

    @Override
    protected UserId newUser() {
        return new UserId(ids.next());
    }
}
