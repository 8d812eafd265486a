package dev.mainstay.http.live;

import dev.mainstay.domain.refusal.NotAllowed;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Refuses handshakes from pages of other origins, which browsers allow and announce by {@code Origin} (RFC 6455, 10.2).
 *
 * <p>A filter of all paths, as {@link Handshake}.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OriginCheck implements Ordered {

    private final LiveSettings settings;

    OriginCheck(LiveSettings settings) {
        this.settings = settings;
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (!request.getPath().equals(LiveSocket.PATH)) {
            return;
        }
        @Nullable String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin == null || isOwn(origin, request) || isAllowed(origin)) {
            return;
        }
        throw new NotAllowed(
                "origin_refused",
                "Pages of this origin may not connect; add it to MAINSTAY_LIVE_ORIGINS if they should.");
    }

    private boolean isAllowed(String origin) {
        return settings.origins().stream()
                .anyMatch(each -> each.equals("*") || each.strip().equalsIgnoreCase(origin));
    }

    private static boolean isOwn(String origin, HttpRequest<?> request) {
        try {
            @Nullable String authority = URI.create(origin).getRawAuthority();
            return authority != null
                    && authority.equalsIgnoreCase(request.getHeaders().get(HttpHeaders.HOST));
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }
}
