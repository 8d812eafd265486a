package dev.mainstay.http.problem;

import dev.mainstay.http.json.MalformedJson;
import dev.mainstay.http.limits.BodyTooLarge;
import dev.mainstay.http.limits.BodyTooSlow;
import dev.mainstay.http.versioning.PreconditionRequired;
import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what this module itself refuses: HTTP's own rules, of which use cases know nothing. */
@Factory
final class GroundRefusalHandlers {

    @Singleton
    ExceptionHandler<MalformedJson, HttpResponse<?>> malformedJson() {
        return (request, refused) -> problem(request, HttpStatus.BAD_REQUEST, "malformed_json", refused);
    }

    @Singleton
    ExceptionHandler<PreconditionRequired, HttpResponse<?>> preconditionRequired() {
        return (request, refused) ->
                problem(request, HttpStatus.PRECONDITION_REQUIRED, "precondition_required", refused);
    }

    /** Ends the connection, for the rest of the body still comes through it. */
    @Singleton
    ExceptionHandler<BodyTooLarge, HttpResponse<?>> bodyTooLarge() {
        return (request, refused) -> problem(request, HttpStatus.REQUEST_ENTITY_TOO_LARGE, "body_too_large", refused)
                .header(HttpHeaders.CONNECTION, "close");
    }

    /** Ends the connection, for the rest of the body still comes through it. */
    @Singleton
    ExceptionHandler<BodyTooSlow, HttpResponse<?>> bodyTooSlow() {
        return (request, refused) -> problem(request, HttpStatus.REQUEST_TIMEOUT, "body_too_slow", refused)
                .header(HttpHeaders.CONNECTION, "close");
    }

    private static MutableHttpResponse<?> problem(
            HttpRequest<?> request, HttpStatus status, String code, RuntimeException refused) {
        return Problems.of(request, status, code, String.valueOf(refused.getMessage()));
    }
}
