package dev.mainstay.bootstrap.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.time.Duration;

/**
 * Times every request, by its route and never by its path (O1). Micronaut's own timer, which this replaces, does not see what a filter
 * refuses: neither a rate limit nor the 503 of a guard without its database, which the share of errors must count (O2).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestTimings implements Ordered {

    private static final String START = RequestTimings.class.getName();
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;

    RequestTimings(MeterRegistry meters) {
        this.meters = meters;
    }

    @RequestFilter
    void begun(HttpRequest<?> request) {
        request.setAttribute(START, System.nanoTime());
    }

    @ResponseFilter
    void answered(HttpRequest<?> request, HttpResponse<?> response) {
        long end = System.nanoTime();
        long start = request.getAttribute(START, Long.class).orElse(end);
        Timer.builder("http.server.requests")
                .description("requests by route and status, from their head to their answer")
                .tag("method", request.getMethod().name())
                .tag("uri", route(request))
                .tag("status", Integer.toString(response.code()))
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(Duration.ofNanos(end - start));
    }

    private static String route(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> ((UriRouteMatch<?, ?>) match)
                        .getRouteInfo()
                        .getUriMatchTemplate()
                        .toPathString())
                .orElse("none");
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.before();
    }
}
