package dev.mainstay.http.server;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is read at a path without variables by that path, where Micronaut tries every route of the method (4 % of the CPU of a warm
 * read). A path that a second route would match as well is left to Micronaut, and so is everything else, such as routes on several ports.
 */
@Singleton
@Replaces(DefaultRouter.class)
final class LiteralPathRouter extends DefaultRouter {

    private final Map<String, UriRouteInfo<?, ?>> only;

    LiteralPathRouter(Collection<RouteBuilder> builders) {
        super(builders);
        // Micronaut names each route twice.
        List<UriRouteInfo<?, ?>> reads = uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .<UriRouteInfo<?, ?>>map(Function.identity())
                .distinct()
                .toList();
        this.only = reads.stream()
                .filter(route -> getExposedPorts().isEmpty())
                .filter(route -> route.getUriMatchTemplate().getVariableNames().isEmpty())
                .filter(route -> reads.stream()
                                .filter(other -> other.tryMatch(path(route)) != null)
                                .count()
                        == 1)
                .collect(Collectors.toUnmodifiableMap(LiteralPathRouter::path, Function.identity()));
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    @Override
    @SuppressWarnings("unchecked") // A route is of whatever its controller says; so it is where Micronaut finds it.
    public <T, R> @Nullable UriRouteMatch<T, R> findClosest(HttpRequest<?> request) {
        String path = request.getPath();
        @Nullable UriRouteInfo<?, ?> route = request.getMethod() == HttpMethod.GET ? only.get(path) : null;
        return route != null && isFor(route, request)
                ? (UriRouteMatch<T, R>) route.tryMatch(path)
                : super.findClosest(request);
    }

    private static boolean isFor(UriRouteInfo<?, ?> route, HttpRequest<?> request) {
        return (route.producesAll() || route.doesProduce(request.accept())) && route.matching(request);
    }
}
