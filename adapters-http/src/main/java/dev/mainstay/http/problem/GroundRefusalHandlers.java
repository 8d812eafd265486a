package dev.mainstay.http.problem;

import dev.mainstay.http.json.MalformedJson;
import dev.mainstay.http.limits.BodyBroken;
import dev.mainstay.http.limits.BodyTooLarge;
import dev.mainstay.http.limits.BodyTooSlow;
import dev.mainstay.http.live.UpgradeRequired;
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

    /** Names what to upgrade to (RFC 9110, 15.5.22), and the version of it (RFC 6455, 4.4). */
    @Singleton
    ExceptionHandler<UpgradeRequired, HttpResponse<?>> upgradeRequired() {
        return (request, refused) -> problem(request, HttpStatus.UPGRADE_REQUIRED, "upgrade_required", refused)
                .header(HttpHeaders.UPGRADE, "websocket")
                .header(HttpHeaders.CONNECTION, "Upgrade")
                .header(HttpHeaders.SEC_WEBSOCKET_VERSION, "13");
    }

    /** Ends the connection, for nobody knows where the next request begins. */
    @Singleton
    ExceptionHandler<BodyBroken, HttpResponse<?>> bodyBroken() {
        return (request, refused) -> problem(request, HttpStatus.BAD_REQUEST, "malformed_request", refused)
                .header(HttpHeaders.CONNECTION, "close");
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
