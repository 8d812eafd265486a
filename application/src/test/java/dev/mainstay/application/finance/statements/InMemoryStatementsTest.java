package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;

class InMemoryStatementsTest extends StatementsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Books books = Books.inMemory(transactions);
    private final InMemoryStatements statements = new InMemoryStatements(transactions, books.payees());

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected Statements statements() {
        return statements;
    }

    @Override
    protected UserId newUser() {
        return new UserId(newId());
    }
}
