package dev.mainstay.application.plans;

import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;

class InMemoryPlansTest extends PlansContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryPlans plans = new InMemoryPlans(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Plans plans() {
        return plans;
    }
}
