package dev.mainstay.http.limits;

import dev.mainstay.http.json.SoundJson;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.RouteMatch;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request on when its whole body is there: unbroken, not larger than its operation takes, and within the time limit, however slowly
 * the bytes trickle. It comes after the guard, so that strangers cannot make the server hold their bodies.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class BodyFilter implements Ordered {

    private final long bodyLimit;
    private final long fileLimit;
    private final Duration deadline;

    BodyFilter(
            @Property(name = "mainstay.http.max-body-size") long bodyLimit,
            @Property(name = "mainstay.http.max-file-size") long fileLimit,
            @Property(name = "mainstay.http.body-timeout") Duration deadline) {
        this.bodyLimit = bodyLimit;
        this.fileLimit = fileLimit;
        this.deadline = deadline;
    }

    @RequestFilter
    CompletableFuture<HttpRequest<?>> await(HttpRequest<?> request, @Nullable RouteMatch<?> route) {
        if (route == null || !(request instanceof ServerHttpRequest<?> server) || hasNoBody(server)) {
            return CompletableFuture.completedFuture(request);
        }
        long limit = route.getAnnotationMetadata().hasAnnotation(LargeBody.class) ? fileLimit : bodyLimit;
        if (server.byteBody().expectedLength().orElse(0) > limit) {
            throw new BodyTooLarge(limit);
        }
        var copy = server.byteBody().split(SplitBackpressureMode.FASTEST);
        return copy.buffer()
                .<HttpRequest<?>>thenApply(body -> arrived(request, body, limit))
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    throw translate(failure);
                });
    }

    private static boolean hasNoBody(ServerHttpRequest<?> request) {
        return request.byteBody().expectedLength().orElse(-1) == 0;
    }

    private static HttpRequest<?> arrived(HttpRequest<?> request, CloseableAvailableByteBody body, long limit) {
        try (body) {
            if (body.length() > limit) {
                throw new BodyTooLarge(limit);
            }
            if (request instanceof NettyHttpRequest<?> netty
                    && netty.getNativeRequest().decoderResult().isFailure()) {
                throw new BodyBroken();
            }
            byte[] bytes = body.toByteArray();
            if (request.getContentType()
                    .filter(MediaType.APPLICATION_JSON_TYPE::equals)
                    .isPresent()) {
                SoundJson.check(bytes);
            }
            RequestBodies.remember(request, sha256().digest(bytes));
            return request;
        }
    }

    private RuntimeException translate(Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return new BodyTooSlow(deadline);
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
