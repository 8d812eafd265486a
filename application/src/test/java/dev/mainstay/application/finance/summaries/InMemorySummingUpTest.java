package dev.mainstay.application.finance.summaries;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.writing.InMemoryTransactions;

class InMemorySummingUpTest extends SummingUpContract {

    private final InMemoryBareBooks books = new InMemoryBareBooks(new InMemoryTransactions());

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected SummaryReader summaries() {
        return new InMemorySummaryReader(books);
    }

    @Override
    protected NetWorthReader netWorth() {
        return new InMemoryNetWorthReader(books);
    }
}
