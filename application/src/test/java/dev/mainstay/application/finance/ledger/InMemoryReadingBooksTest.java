package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;
import java.util.UUID;

final class InMemoryReadingBooksTest extends ReadingBooksContract {

    private final Books books = Books.inMemory(new InMemoryTransactions());

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected UserId newUser() {
        return new UserId(UUID.randomUUID());
    }
}
