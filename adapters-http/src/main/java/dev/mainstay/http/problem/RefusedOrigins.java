package dev.mainstay.http.problem;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.List;

/** Says why to a page of another origin, to which Micronaut answers a bare 403 where it protects a server on localhost. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RefusedOrigins implements Ordered {

    @ResponseFilter
    void explain(HttpRequest<?> request, MutableHttpResponse<?> answer) {
        if (answer.code() == HttpStatus.FORBIDDEN.getCode()
                && answer.getBody().isEmpty()
                && request.getHeaders().contains(HttpHeaders.ORIGIN)) {
            Problems.write(
                    answer, request, "origin_refused", "Pages of this origin may not call this server.", List.of());
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }
}
