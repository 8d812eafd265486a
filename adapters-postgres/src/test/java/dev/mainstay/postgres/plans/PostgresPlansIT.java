package dev.mainstay.postgres.plans;

import dev.mainstay.application.plans.Plans;
import dev.mainstay.application.plans.PlansContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class PostgresPlansIT extends PlansContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresPlans plans = new PostgresPlans(database);

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected Plans plans() {
        return plans;
    }
}
