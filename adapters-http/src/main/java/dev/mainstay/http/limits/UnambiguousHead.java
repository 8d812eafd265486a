package dev.mainstay.http.limits;

import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Refuses a request that a proxy in front may have read otherwise, and closes its connection, lest what follows is taken for another
 * request (RFC 9112, 3.2 and 6.1). What both Content-Length and Transfer-Encoding claim, the server refuses by itself.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class UnambiguousHead implements Ordered {

    private static final String AMBIGUOUS = "mainstay.ambiguous-head";

    @RequestFilter
    void check(HttpRequest<?> request) {
        var headers = request.getHeaders();
        if (request.getHttpVersion() == HttpVersion.HTTP_1_1
                && headers.getAll(HttpHeaders.HOST).size() != 1) {
            throw refusal(request, HttpHeaders.HOST, "must be sent once");
        }
        var codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.size() > 1
                || codings.stream().anyMatch(coding -> !coding.strip().equalsIgnoreCase("chunked"))) {
            throw refusal(request, HttpHeaders.TRANSFER_ENCODING, "must be chunked or absent");
        }
    }

    private static Invalid refusal(HttpRequest<?> request, String header, String message) {
        request.setAttribute(AMBIGUOUS, true);
        return new Invalid(header, "ambiguous", message);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    /** Before the check, for a filter that refuses does not see the answer. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    static final class Closing implements Ordered {

        @ResponseFilter
        void close(HttpRequest<?> request, MutableHttpResponse<?> response) {
            if (request.getAttribute(AMBIGUOUS).isPresent()) {
                response.header(HttpHeaders.CONNECTION, "close");
            }
        }

        @Override
        public int getOrder() {
            return ServerFilterPhase.FIRST.order();
        }
    }
}
