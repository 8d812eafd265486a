package dev.mainstay.http.live;

import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteMatch;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing but a handshake (RFC 6455, 4.2.1) on to the WebSocket, after the guard has let its sender through.
 *
 * <p>A filter of all paths that looks for its own: with a single one that has a path, Micronaut would look for the filters of each request anew.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Handshake implements Ordered {

    private static final int KEY_BYTES = 16;

    @RequestFilter
    void check(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        if (route == null || !request.getPath().equals(LiveSocket.PATH)) {
            return;
        }
        if (request.getMethod() != HttpMethod.GET
                || !names(request, HttpHeaders.CONNECTION, "upgrade")
                || !names(request, HttpHeaders.UPGRADE, "websocket")
                || !names(request, HttpHeaders.SEC_WEBSOCKET_VERSION, "13")) {
            throw new UpgradeRequired();
        }
        if (!isKey(request.getHeaders().get(HttpHeaders.SEC_WEBSOCKET_KEY))) {
            throw new Invalid(HttpHeaders.SEC_WEBSOCKET_KEY, "malformed", "must be 16 bytes in base64");
        }
    }

    private static boolean names(HttpRequest<?> request, String header, String token) {
        return request.getHeaders().getAll(header).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .anyMatch(each -> each.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return Optional.ofNullable(key)
                    .filter(given -> Base64.getDecoder().decode(given).length == KEY_BYTES)
                    .isPresent();
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
