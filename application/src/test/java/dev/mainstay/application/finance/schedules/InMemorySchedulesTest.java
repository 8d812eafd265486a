package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;

class InMemorySchedulesTest extends SchedulesContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryBareBooks books = new InMemoryBareBooks(transactions);
    private final InMemorySchedules schedules = new InMemorySchedules(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected Schedules schedules() {
        return schedules;
    }
}
