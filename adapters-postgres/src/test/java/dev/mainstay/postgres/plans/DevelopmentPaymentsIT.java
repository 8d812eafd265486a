package dev.mainstay.postgres.plans;

import dev.mainstay.application.plans.Payments;
import dev.mainstay.application.plans.PaymentsContract;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;

class DevelopmentPaymentsIT extends PaymentsContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final DevelopmentPayments payments = new DevelopmentPayments(database, "declined");

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }
}
