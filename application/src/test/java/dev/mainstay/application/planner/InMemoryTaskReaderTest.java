package dev.mainstay.application.planner;

import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import java.util.UUID;

final class InMemoryTaskReaderTest extends TaskReaderContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTasks tasks = new InMemoryTasks(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Tasks tasks() {
        return tasks;
    }

    @Override
    protected TaskReader reader() {
        return tasks;
    }

    @Override
    protected UserId newUser() {
        return new UserId(UUID.randomUUID());
    }
}
