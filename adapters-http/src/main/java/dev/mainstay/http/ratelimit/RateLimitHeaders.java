package dev.mainstay.http.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateLimiter.WindowState;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Says in each answer what its caller may still use (draft-ietf-httpapi-ratelimit-headers-10). */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RateLimitHeaders implements Ordered {

    /** As the bytes that are sent. */
    private static final CharSequence POLICY = AsciiString.cached("RateLimit-Policy");

    private static final CharSequence STATE = AsciiString.cached("RateLimit");

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RateGate.verdict(request).ifPresent(verdict -> {
            response.header(POLICY, each(verdict, RateLimitHeaders::policy));
            response.header(STATE, each(verdict, RateLimitHeaders::state));
        });
    }

    private static String each(Verdict verdict, BiConsumer<StringBuilder, WindowState> item) {
        var text = new StringBuilder(80);
        for (WindowState state : verdict.windows()) {
            if (!text.isEmpty()) {
                text.append(", ");
            }
            text.append("\"per-").append(state.window().length().toSeconds()).append("s\"");
            item.accept(text, state);
        }
        return text.toString();
    }

    private static void policy(StringBuilder text, WindowState state) {
        text.append(";q=").append(state.window().limit());
        text.append(";w=").append(state.window().length().toSeconds());
    }

    private static void state(StringBuilder text, WindowState state) {
        text.append(";r=").append(state.remaining());
        text.append(";t=").append(seconds(state.resetsIn()));
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }
}
