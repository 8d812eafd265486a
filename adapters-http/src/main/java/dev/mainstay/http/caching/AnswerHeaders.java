package dev.mainstay.http.caching;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Tells browsers and proxies what they may do with an answer unless its operation has said so itself: keep nothing of it, or, where
 * it has a version, ask each time; guess no types, embed nothing, pass no address on.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AnswerHeaders implements Ordered {

    @ResponseFilter
    void complete(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(
                    HttpHeaders.CACHE_CONTROL,
                    headers.contains(HttpHeaders.ETAG) ? "private, no-cache" : "private, no-store");
        }
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }
}
