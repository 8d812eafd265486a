package dev.mainstay.bootstrap.plans;

import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.plans.GenerousEntitlements;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What plans allow (U11). Never switched off: features ask it. */
@Factory
final class PlansFactory {

    @Singleton
    Entitlements entitlements() {
        return new GenerousEntitlements();
    }
}
