package dev.mainstay.http.caching;

import dev.mainstay.application.coherence.Cached;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** Says whether an answer was a hit, a miss or a bypass, and why (G11, RFC 9211). */
public final class CacheStatus {

    public static final String HEADER = "Cache-Status";

    private CacheStatus() {}

    /** A 200 with the value and how it was come by. */
    public static <T> MutableHttpResponse<T> ok(Cached<T> cached) {
        return HttpResponse.ok(cached.value()).header(HEADER, of(cached));
    }

    /** Where something was found or stored there is no more to say; a bypass has its reason. */
    static String of(Cached<?> cached) {
        return switch (cached.outcome()) {
            case HIT -> "mainstay; hit";
            case MISS -> "mainstay; fwd=miss; stored";
            case BYPASS -> "mainstay; fwd=bypass; detail=" + token(cached.detail());
        };
    }

    private static String token(String detail) {
        return detail.matches("[A-Za-z*][A-Za-z0-9:/!#$%&'*+.^_`|~-]*") ? detail : "other";
    }
}
