package dev.mainstay.http.guard;

import dev.mainstay.http.caching.ReadyAnswer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each operation asks of its callers. Kept, for annotations are slow to read and a warm read has no time for them. */
@Singleton
final class GuardedRoutes {

    /** A path that is nothing: anybody may be told so, and no oftener than anything else that is open. */
    private static final GuardedRoute NONE = new GuardedRoute(true, false, "open", false, false, Optional.empty());

    private final Map<String, ReadyAnswer> answers;
    private final ConcurrentMap<Asked, GuardedRoute> routes = new ConcurrentHashMap<>();

    private record Asked(RouteInfo<?> route, HttpMethod method) {}

    GuardedRoutes(List<ReadyAnswer> answers) {
        this.answers = answers.stream().collect(Collectors.toUnmodifiableMap(ReadyAnswer::name, Function.identity()));
    }

    GuardedRoute of(HttpRequest<?> request, @Nullable RouteMatch<?> match) {
        if (match == null) {
            return NONE;
        }
        var asked = new Asked(match.getRouteInfo(), request.getMethod());
        GuardedRoute known = routes.get(asked);
        return known != null
                ? known
                : routes.computeIfAbsent(asked, first -> GuardedRoute.of(first.route(), first.method(), answers));
    }
}
