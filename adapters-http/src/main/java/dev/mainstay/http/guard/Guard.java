package dev.mainstay.http.guard;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.http.ratelimit.ClientAddresses;
import dev.mainstay.http.ratelimit.RateGate;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteMatch;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody through to an operation without a live session, unless the operation is {@link Open}; then counts the request. Off
 * the event loop, for it asks Redis or PostgreSQL.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Guard implements Ordered {

    private final Authentication authenticate;
    private final RateGate rates;
    private final ClientAddresses addresses;
    private final OpenPaths openPaths;

    Guard(Authentication authenticate, RateGate rates, ClientAddresses addresses, OpenPaths openPaths) {
        this.authenticate = authenticate;
        this.rates = rates;
        this.addresses = addresses;
        this.openPaths = openPaths;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void check(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        if (openPaths.contain(request.getPath())) {
            return;
        }
        if (route == null || route.getAnnotationMetadata().hasAnnotation(Open.class)) {
            rates.pass(request, route, addresses.of(request));
            return;
        }
        Caller caller = authenticated(request, route);
        rates.pass(request, route, RateSubject.user(caller.user()));
        if (route.getAnnotationMetadata().hasAnnotation(AdminOnly.class) && !caller.is(Role.ADMIN)) {
            throw new NotAllowed("admin_only", "Only administrators may do this.");
        }
        request.setAttribute(CallerBinder.ATTRIBUTE, caller);
    }

    /** Failures count by address, so that nobody can try token after token. */
    private Caller authenticated(HttpRequest<?> request, RouteMatch<?> route) {
        try {
            return caller(BearerToken.of(request), isServedStale(request, route));
        } catch (NotAuthenticated | NotAllowed refused) {
            rates.pass(request, "unauthenticated", addresses.of(request));
            throw refused;
        }
    }

    /** Who is recalled has no roles, so nothing that is for administrators is open to them. */
    private Caller caller(String accessToken, boolean servedStale) {
        try {
            return authenticate.handle(accessToken);
        } catch (Unavailable away) {
            if (!servedStale || !away.isDatabaseAway()) {
                throw away;
            }
            return authenticate.recall(accessToken).orElseThrow(() -> away);
        }
    }

    private static boolean isServedStale(HttpRequest<?> request, RouteMatch<?> route) {
        return request.getMethod() == HttpMethod.GET
                && route.getAnnotationMetadata().hasAnnotation(ServedStale.class);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order();
    }
}
