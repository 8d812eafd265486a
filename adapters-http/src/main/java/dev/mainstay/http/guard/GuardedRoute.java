package dev.mainstay.http.guard;

import dev.mainstay.http.caching.AnsweredReady;
import dev.mainstay.http.caching.ReadyAnswer;
import dev.mainstay.http.ratelimit.RateLimited;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.websocket.annotation.WebSocketComponent;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation asks of its callers, read from its annotations once.
 *
 * @param open whether it may be called without a token
 * @param adminOnly whether it is for administrators
 * @param policy the name of the policy that limits it
 * @param servedStale whether it may be called by a caller who is only recalled
 * @param webSocket whether it opens a WebSocket
 * @param ready the answer that may lie ready for its caller
 */
record GuardedRoute(
        boolean open,
        boolean adminOnly,
        String policy,
        boolean servedStale,
        boolean webSocket,
        Optional<ReadyAnswer> ready) {

    /** @param answers by name */
    static GuardedRoute of(RouteInfo<?> route, HttpMethod method, Map<String, ReadyAnswer> answers) {
        var metadata = route.getAnnotationMetadata();
        boolean get = method == HttpMethod.GET;
        return new GuardedRoute(
                metadata.hasAnnotation(Open.class),
                metadata.hasAnnotation(AdminOnly.class),
                metadata.stringValue(RateLimited.class)
                        .orElse(get || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS ? "read" : "write"),
                get && metadata.hasAnnotation(ServedStale.class),
                metadata.hasStereotype(WebSocketComponent.class),
                metadata.stringValue(AnsweredReady.class).filter(name -> get).map(answers::get));
    }
}
