package dev.mainstay.http.problem;

import dev.mainstay.domain.refusal.Refusal;
import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what Micronaut itself refuses (no such route, bad JSON, too large, …) into problems. */
@Singleton
@Primary
final class FrameworkFailures implements ErrorResponseProcessor<Object> {

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> base) {
        return (MutableHttpResponse<Object>) problem(context, base);
    }

    private static MutableHttpResponse<?> problem(ErrorContext context, MutableHttpResponse<?> base) {
        HttpRequest<?> request = context.getRequest();
        for (@Nullable Throwable cause = context.getRootCause().orElse(null); cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refusal refusal -> {
                    return Problems.of(request, refusal);
                }
                case SerdeException unreadable -> {
                    return UnreadableBody.problem(request, unreadable);
                }
                case ConversionErrorException wrong
                when !(wrong.getCause() instanceof SerdeException) -> {
                    return badParameter(request, wrong);
                }
                case UnsatisfiedRouteException missing -> {
                    return missingParameter(request, missing);
                }
                default -> {}
            }
        }
        return byStatus(context, request, base);
    }

    private static MutableHttpResponse<?> badParameter(HttpRequest<?> request, ConversionErrorException wrong) {
        var argument = wrong.getArgument();
        String expected = UnreadableBody.kind(argument.getType());
        return invalid(request, argument.getName(), "wrong_type", "must be " + expected);
    }

    private static MutableHttpResponse<?> missingParameter(HttpRequest<?> request, UnsatisfiedRouteException missing) {
        return String.valueOf(missing.getMessage()).contains("Body")
                ? Problems.of(request, HttpStatus.BAD_REQUEST, "body_missing", "The request needs a JSON body.")
                : invalid(request, missing.getArgument().getName(), "missing", "is required");
    }

    private static MutableHttpResponse<?> invalid(HttpRequest<?> request, String field, String code, String message) {
        return Problems.of(
                request,
                HttpStatus.BAD_REQUEST,
                "invalid",
                field + ": " + message,
                List.of(new FieldProblem(field, code, message)));
    }

    private static MutableHttpResponse<?> byStatus(
            ErrorContext context, HttpRequest<?> request, MutableHttpResponse<?> base) {
        Optional<Throwable> decoding = decodingFailure(request);
        if (decoding.isPresent()) {
            return switch (decoding.get()) {
                case TooLongHttpHeaderException _ ->
                    Problems.of(
                            request,
                            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                            "headers_too_large",
                            "Send less in the request's headers.");
                case TooLongHttpLineException _ ->
                    Problems.of(request, HttpStatus.REQUEST_URI_TOO_LONG, "uri_too_long", "Send a shorter URI.");
                default ->
                    Problems.of(request, HttpStatus.BAD_REQUEST, "malformed_request", "The request is not valid HTTP.");
            };
        }
        return switch (base.code()) {
            case 404 -> Problems.write(base, request, "route_not_found", "There is nothing at this path.", List.of());
            // To OPTIONS the header Allow is the whole answer, which becomes a 200 later on.
            case 405 ->
                request.getMethod() == HttpMethod.OPTIONS
                        ? base
                        : Problems.write(
                                base,
                                request,
                                "method_not_allowed",
                                "Use a method that the header Allow names.",
                                List.of());
            case 406 ->
                Problems.write(
                        base, request, "not_acceptable", messages(context, "Accept application/json."), List.of());
            case 413 ->
                Problems.write(base, request, "body_too_large", messages(context, "Send a smaller body."), List.of());
            case 415 ->
                Problems.write(
                        base,
                        request,
                        "unsupported_media_type",
                        messages(context, "Send application/json."),
                        List.of());
            default ->
                base.code() < 500
                        ? Problems.write(
                                base,
                                request,
                                "bad_request",
                                messages(context, "The request cannot be understood."),
                                List.of())
                        : Problems.write(
                                base,
                                request,
                                "internal",
                                "Something is broken on our side; tell us the requestId if it stays so.",
                                List.of());
        };
    }

    private static Optional<Throwable> decodingFailure(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? Optional.ofNullable(netty.getNativeRequest().decoderResult().cause())
                : Optional.empty();
    }

    private static String messages(ErrorContext context, String otherwise) {
        return context.getErrors().stream()
                .map(Error::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((one, other) -> one + "; " + other)
                .orElse(otherwise);
    }
}
