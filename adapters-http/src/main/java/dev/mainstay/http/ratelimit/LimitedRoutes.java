package dev.mainstay.http.ratelimit;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;

/** Ends the start when an operation names a policy that is not configured, rather than its first request. */
@Singleton
final class LimitedRoutes implements ApplicationEventListener<ServerStartupEvent> {

    private final Router router;
    private final RatePolicies policies;

    LimitedRoutes(Router router, RatePolicies policies) {
        this.router = router;
        this.policies = policies;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        router.uriRoutes()
                .forEach(route -> route.getAnnotationMetadata()
                        .stringValue(RateLimited.class)
                        .ifPresent(policies::named));
    }
}
