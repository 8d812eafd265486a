package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.ReadingBooksContract;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import javax.sql.DataSource;

class PostgresReadingBooksIT extends ReadingBooksContract {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final Database database = new Database(POOL);
    private final Books books = PostgresBooks.on(database);

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }
}
