package dev.mainstay.http.problem;

import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.http.requestid.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody foresaw with a 500 that tells nothing, and logs it with everything. */
@Singleton
final class UnexpectedFailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger log = LoggerFactory.getLogger(UnexpectedFailureHandler.class);

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
        var asked = (HttpRequest<?>) request;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Problems.of(asked, refusal);
            }
        }
        if (isClientGone(failure)) {
            log.debug("client_gone request={}", RequestIds.of(asked));
        } else {
            log.error(
                    "request_failed request={} method={} path={}",
                    RequestIds.of(asked),
                    asked.getMethodName(),
                    asked.getPath(),
                    failure);
        }
        return internal(asked);
    }

    static HttpResponse<?> internal(HttpRequest<?> request) {
        return Problems.of(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "Something is broken on our side; tell us the requestId if it stays so.");
    }

    private static boolean isClientGone(Throwable failure) {
        return failure instanceof ClosedChannelException
                || failure instanceof EOFException
                || (failure instanceof IOException
                        && String.valueOf(failure.getMessage()).matches("(?i).*(connection reset|broken pipe).*"));
    }
}
