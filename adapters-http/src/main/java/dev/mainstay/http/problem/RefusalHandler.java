package dev.mainstay.http.problem;

import dev.mainstay.domain.refusal.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what the rules forbid. */
@Singleton
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
        return Problems.of((HttpRequest<?>) request, refusal);
    }
}
