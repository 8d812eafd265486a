package dev.mainstay.bootstrap.plans;

import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.plans.PlanEntitlements;
import dev.mainstay.application.plans.PlansInForce;
import dev.mainstay.postgres.plans.PostgresPlansInForce;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What plans allow (U11). Never switched off: features ask it, and without subscriptions everybody has the default plan. */
@Factory
final class PlansFactory {

    @Singleton
    PlansInForce plansInForce(Database database) {
        return new PostgresPlansInForce(database);
    }

    @Singleton
    Entitlements entitlements(PlansInForce plans, InstantSource clock) {
        return new PlanEntitlements(plans, clock);
    }
}
