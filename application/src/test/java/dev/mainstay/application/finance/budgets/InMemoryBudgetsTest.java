package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;

class InMemoryBudgetsTest extends BudgetsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryBareBooks books = new InMemoryBareBooks(transactions);
    private final InMemoryBudgets budgets = new InMemoryBudgets(transactions, books);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected Budgets budgets() {
        return budgets;
    }
}
