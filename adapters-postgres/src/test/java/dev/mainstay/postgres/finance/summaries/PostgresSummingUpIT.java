package dev.mainstay.postgres.finance.summaries;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.summaries.NetWorthReader;
import dev.mainstay.application.finance.summaries.SummaryReader;
import dev.mainstay.application.finance.summaries.SummingUpContract;
import dev.mainstay.postgres.finance.books.PostgresBareBooks;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class PostgresSummingUpIT extends SummingUpContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresBareBooks books = new PostgresBareBooks(database);

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected SummaryReader summaries() {
        return new PostgresSummaryReader(database);
    }

    @Override
    protected NetWorthReader netWorth() {
        return new PostgresNetWorthReader(database);
    }
}
