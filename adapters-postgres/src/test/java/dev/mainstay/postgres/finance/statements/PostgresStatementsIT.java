package dev.mainstay.postgres.finance.statements;

import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.statements.Statements;
import dev.mainstay.application.finance.statements.StatementsContract;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.finance.ledger.PostgresBooks;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import javax.sql.DataSource;

class PostgresStatementsIT extends StatementsContract {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final Database database = new Database(POOL);
    private final Books books = PostgresBooks.on(database);

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected Statements statements() {
        return new PostgresStatements(database);
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }
}
