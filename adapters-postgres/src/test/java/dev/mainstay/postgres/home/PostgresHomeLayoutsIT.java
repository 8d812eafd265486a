package dev.mainstay.postgres.home;

import dev.mainstay.application.home.HomeLayouts;
import dev.mainstay.application.home.HomeLayoutsContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class PostgresHomeLayoutsIT extends HomeLayoutsContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresHomeLayouts layouts = new PostgresHomeLayouts(database);

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected HomeLayouts layouts() {
        return layouts;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }
}
