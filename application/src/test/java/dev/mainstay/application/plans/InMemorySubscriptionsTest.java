package dev.mainstay.application.plans;

import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;

class InMemorySubscriptionsTest extends SubscriptionsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryPlans plans = new InMemoryPlans(transactions);
    private final InMemoryCharges charges = new InMemoryCharges(transactions);
    private final InMemorySubscriptions subscriptions = new InMemorySubscriptions(transactions, plans, charges);
    private final SequentialIds ids = new SequentialIds();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Plans plans() {
        return plans;
    }

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }

    @Override
    protected Charges charges() {
        return charges;
    }

    @Override
    protected PlansInForce inForce() {
        return subscriptions;
    }

    @Override
    protected UserId newUser() {
        return new UserId(ids.next());
    }
}
