package dev.mainstay.http.versioning;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;

/** Answers a read with 304 and no body when the client has that version already (RFC 9110, 13.1.2). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class NotModifiedFilter implements Ordered {

    @ResponseFilter
    void compare(HttpRequest<?> request, MutableHttpResponse<?> response) {
        @Nullable String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        @Nullable String etag = response.getHeaders().get(HttpHeaders.ETAG);
        boolean read = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (read && response.code() == 200 && known != null && etag != null && Etags.noneMatchCovers(known, etag)) {
            response.status(HttpStatus.NOT_MODIFIED).body(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        }
    }

    @Override
    public int getOrder() {
        // Before the guard, which answers by itself what lies ready.
        return ServerFilterPhase.SESSION.order();
    }
}
