package dev.mainstay.application.planner;

import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskId;

class InMemoryFocusSessionsTest extends FocusSessionsContract {

    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryFocusSessions sessions = new InMemoryFocusSessions(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected FocusSessions sessions() {
        return sessions;
    }

    @Override
    protected FocusReader reader() {
        return sessions;
    }

    @Override
    protected UserId newUser() {
        return new UserId(ids.next());
    }

    @Override
    protected TaskId newTask(UserId owner) {
        return new TaskId(ids.next());
    }
}
