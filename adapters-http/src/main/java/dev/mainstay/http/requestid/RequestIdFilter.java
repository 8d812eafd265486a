package dev.mainstay.http.requestid;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the request's id into the answer, and logs the access. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class RequestIdFilter implements Ordered {

    private static final Logger log = LoggerFactory.getLogger("dev.mainstay.access");
    private static final String STARTED = "mainstay.started";

    @RequestFilter
    void before(HttpRequest<?> request) {
        if (log.isDebugEnabled()) {
            request.setAttribute(STARTED, System.nanoTime());
        }
    }

    @ResponseFilter
    void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(RequestIds.HEADER, RequestIds.of(request));
        if (log.isDebugEnabled()) {
            long started = request.getAttribute(STARTED).map(Long.class::cast).orElseGet(System::nanoTime);
            log.debug(
                    "request_answered request={} method={} path={} status={} ms={}",
                    RequestIds.of(request),
                    request.getMethodName(),
                    request.getPath(),
                    response.code(),
                    Duration.ofNanos(System.nanoTime() - started).toMillis());
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
