package dev.mainstay.http.caching;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** Says whether an answer was a hit, a miss or a bypass, and why (G11, RFC 9211). */
public final class CacheStatus {

    public static final String HEADER = "Cache-Status";

    static final String HIT = "mainstay; hit";

    /** RFC 7234, 5.5.1. */
    private static final String WARNING = "110 - \"Response is Stale\"";

    private CacheStatus() {}

    /** A 200 with the value and how it was come by; one that may be stale is warned of (G9), as older clients understand it too. */
    public static <T> MutableHttpResponse<T> ok(Cached<T> cached) {
        var answer = HttpResponse.ok(cached.value()).header(HEADER, of(cached));
        return isStale(cached) ? answer.header(HttpHeaders.WARNING, WARNING) : answer;
    }

    /** As {@link #ok(Cached)}, with the version; one that may be stale has none, lest a 304 says without a label that nothing has changed. */
    public static <T> MutableHttpResponse<T> ok(Cached<T> cached, String etag) {
        return isStale(cached) ? ok(cached) : ok(cached).header(HttpHeaders.ETAG, etag);
    }

    private static boolean isStale(Cached<?> cached) {
        return cached.outcome() == Outcome.STALE;
    }

    /** Where something was found or stored there is no more to say; a bypass has its reason. */
    static String of(Cached<?> cached) {
        return switch (cached.outcome()) {
            case HIT -> HIT;
            case STALE -> "mainstay; hit; detail=" + token(cached.detail());
            case MISS -> "mainstay; fwd=miss; stored";
            case BYPASS -> "mainstay; fwd=bypass; detail=" + token(cached.detail());
        };
    }

    private static String token(String detail) {
        return detail.matches("[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]*") ? detail : "other";
    }
}
