package dev.mainstay.http.json;

import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** Refuses a path or query whose text no field may hold, before it reaches a controller. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CleanUriFilter implements Ordered {

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (isPlain(request.getUri().toString())) {
            return;
        }
        if (!CleanText.isClean(request.getUri().getPath())) {
            throw new Invalid("path", "unfit_characters", "must not hold control characters");
        }
        try {
            request.getParameters().forEach(CleanUriFilter::check);
        } catch (IllegalArgumentException malformed) {
            throw new Invalid("query", "malformed", "must be percent-encoded (RFC 3986)");
        }
    }

    /** A path of visible ASCII, with nothing to decode and no query: what nearly every read asks for. */
    private static boolean isPlain(String uri) {
        for (int index = 0; index < uri.length(); index++) {
            char each = uri.charAt(index);
            if (each <= ' ' || each >= 0x7f || each == '%' || each == '?' || each == '#') {
                return false;
            }
        }
        return true;
    }

    private static void check(String name, Iterable<String> values) {
        for (String value : values) {
            if (!CleanText.isClean(value)) {
                throw new Invalid(name, "unfit_characters", "must not hold control characters");
            }
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }
}
