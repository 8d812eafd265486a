package dev.mainstay.application.writing;

import java.util.List;

class InMemoryTransactionsTest extends TransactionsContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTable<String, String> notes = new InMemoryTable<>(transactions);

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected void note(String text) {
        notes.put(text, text);
    }

    @Override
    protected List<String> notes() {
        return notes.stream().toList();
    }
}
