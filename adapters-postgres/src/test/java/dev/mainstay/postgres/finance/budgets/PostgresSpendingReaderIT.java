package dev.mainstay.postgres.finance.budgets;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.budgets.SpendingReader;
import dev.mainstay.application.finance.budgets.SpendingReaderContract;
import dev.mainstay.postgres.finance.books.PostgresBareBooks;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class PostgresSpendingReaderIT extends SpendingReaderContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresBareBooks books = new PostgresBareBooks(database);
    private final PostgresSpendingReader reader = new PostgresSpendingReader(database);

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected SpendingReader reader() {
        return reader;
    }
}
