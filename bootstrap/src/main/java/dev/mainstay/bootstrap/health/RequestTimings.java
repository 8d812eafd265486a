package dev.mainstay.bootstrap.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

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

    /** Kept, for to find one in the registry costs more than to record. */
    private final ConcurrentMap<Answered, Timer> timers = new ConcurrentHashMap<>();

    private record Answered(HttpMethod method, Optional<UriRouteInfo<?, ?>> route, int status) {}

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
        long start = request.getAttribute(START).map(Long.class::cast).orElse(end);
        var answered = new Answered(request.getMethod(), route(request), response.code());
        timers.computeIfAbsent(answered, this::timer).record(end - start, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Answered answered) {
        return Timer.builder("http.server.requests")
                .description("requests by route and status, from their head to their answer")
                .tag("method", answered.method().name())
                .tag(
                        "uri",
                        answered.route()
                                .map(route -> route.getUriMatchTemplate().toPathString())
                                .orElse("none"))
                .tag("status", Integer.toString(answered.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private static Optional<UriRouteInfo<?, ?>> route(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> ((UriRouteMatch<?, ?>) match).getRouteInfo());
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.before();
    }
}
