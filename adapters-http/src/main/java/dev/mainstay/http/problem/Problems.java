package dev.mainstay.http.problem;

import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.QuotaExceeded;
import dev.mainstay.domain.refusal.Refusal;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.http.requestid.RequestIds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;

/** The one place where refusals become statuses and problems. */
final class Problems {

    private static final String KEY_REUSED = "idempotency_key_reused";

    private Problems() {}

    static MutableHttpResponse<?> of(HttpRequest<?> request, Refusal refusal) {
        return switch (refusal) {
            case Invalid invalid -> of(request, status(invalid), invalid.code(), refusal.getMessage(), fields(invalid));
            case NotAuthenticated unknown ->
                of(request, HttpStatus.UNAUTHORIZED, unknown.code(), refusal.getMessage())
                        .header(HttpHeaders.WWW_AUTHENTICATE, challenge(unknown));
            case NotAllowed notAllowed -> of(request, HttpStatus.FORBIDDEN, notAllowed.code(), refusal.getMessage());
            case NotFound notFound -> of(request, HttpStatus.NOT_FOUND, notFound.code(), refusal.getMessage());
            case Conflict conflict -> of(request, HttpStatus.CONFLICT, conflict.code(), refusal.getMessage());
            case Stale stale -> of(request, HttpStatus.PRECONDITION_FAILED, stale.code(), refusal.getMessage());
            case QuotaExceeded quota ->
                of(request, HttpStatus.TOO_MANY_REQUESTS, quota.code(), refusal.getMessage())
                        .header(HttpHeaders.RETRY_AFTER, seconds(quota.retryAfter()));
            case Unavailable away ->
                of(request, HttpStatus.SERVICE_UNAVAILABLE, away.code(), refusal.getMessage())
                        .header(HttpHeaders.RETRY_AFTER, seconds(away.retryAfter()));
        };
    }

    static MutableHttpResponse<?> of(HttpRequest<?> request, HttpStatus status, String code, String detail) {
        return of(request, status, code, detail, List.of());
    }

    static MutableHttpResponse<?> of(
            HttpRequest<?> request, HttpStatus status, String code, String detail, List<FieldProblem> errors) {
        return write(HttpResponse.status(status), request, code, detail, errors);
    }

    /** Writes the problem into an answer that has its status and its headers already. */
    static MutableHttpResponse<?> write(
            MutableHttpResponse<?> answer,
            HttpRequest<?> request,
            String code,
            String detail,
            List<FieldProblem> errors) {
        String requestId = RequestIds.of(request);
        answer.getHeaders().set(RequestIds.HEADER, requestId);
        if (request.getMethod() == HttpMethod.HEAD) {
            return answer;
        }
        var problem = new Problem(
                "/problems/" + code,
                title(code),
                answer.code(),
                detail,
                code,
                request.getPath(),
                requestId,
                errors.isEmpty() ? null : errors);
        return answer.body(problem).contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    }

    /** {@code token_expired} is "Token expired": one title per code, as RFC 9457 wants it. */
    static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' ');
    }

    /** A key used for another request is 422 (draft-ietf-httpapi-idempotency-key-header, 2.7); all else is 400. */
    private static HttpStatus status(Invalid invalid) {
        return invalid.errors().stream().anyMatch(error -> error.code().equals(KEY_REUSED))
                ? HttpStatus.UNPROCESSABLE_ENTITY
                : HttpStatus.BAD_REQUEST;
    }

    private static List<FieldProblem> fields(Invalid invalid) {
        return invalid.errors().stream().map(FieldProblem::from).toList();
    }

    private static String challenge(NotAuthenticated refusal) {
        return refusal.code().startsWith("token_") && !refusal.code().equals("token_missing")
                ? "Bearer realm=\"mainstay\", error=\"invalid_token\", error_description=\"" + refusal.code() + '"'
                : "Bearer realm=\"mainstay\"";
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
