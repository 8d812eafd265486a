package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.writing.InMemoryTransactions;

class InMemorySpendingReaderTest extends SpendingReaderContract {

    private final InMemoryBareBooks books = new InMemoryBareBooks(new InMemoryTransactions());
    private final InMemorySpendingReader reader = new InMemorySpendingReader(books);

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected SpendingReader reader() {
        return reader;
    }
}
