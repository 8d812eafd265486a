package dev.mainstay.http.threads;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * From the guard on, whatever thread works on the request carries what belongs to it. Not before: a warm read never leaves its event loop, and
 * carrying this from filter to filter was among the dearest parts of its profile.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class WorkersFilter implements Ordered {

    @RequestFilter
    void carry(HttpRequest<?> request, MutablePropagatedContext context) {
        context.add(Workers.carried(request));
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.order() + 1;
    }
}
