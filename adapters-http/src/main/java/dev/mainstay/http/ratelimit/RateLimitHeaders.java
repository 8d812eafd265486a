package dev.mainstay.http.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateLimiter.WindowState;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in each answer what its caller may still use (draft-ietf-httpapi-ratelimit-headers-10). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RateLimitHeaders implements Ordered {

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RateGate.verdict(request).ifPresent(verdict -> {
            response.header("RateLimit-Policy", each(verdict, RateLimitHeaders::policy));
            response.header("RateLimit", each(verdict, RateLimitHeaders::state));
        });
    }

    private static String each(Verdict verdict, Function<WindowState, String> item) {
        return verdict.windows().stream().map(item).collect(Collectors.joining(", "));
    }

    private static String policy(WindowState state) {
        return name(state)
                + ";q=" + state.window().limit()
                + ";w=" + state.window().length().toSeconds();
    }

    private static String state(WindowState state) {
        return name(state) + ";r=" + state.remaining() + ";t=" + seconds(state.resetsIn());
    }

    private static String name(WindowState state) {
        return "\"per-" + state.window().length().toSeconds() + "s\"";
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }
}
