package dev.mainstay.http.idempotency;

import dev.mainstay.application.idempotency.IdempotencyKey;
import dev.mainstay.application.idempotency.IdempotentRequests;
import dev.mainstay.application.idempotency.StoredAnswer;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries a creating POST out once per {@code Idempotency-Key}; without the header, each time. */
@Singleton
public final class IdempotentPosts {

    public static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final List<String> KEPT = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final IdempotentRequests requests;
    private final JsonMapper json;

    IdempotentPosts(IdempotentRequests requests, JsonMapper json) {
        this.requests = requests;
        this.json = json;
    }

    /**
     * The answer to a POST, given now or before. The effect and its answer are stored in one transaction.
     *
     * @param effect runs the use case and makes the answer from its result; may run again if the store reports a collision
     * @throws Invalid if the header is malformed
     */
    @SuppressWarnings("ReferenceEquality") // whether it is the very answer just given
    public HttpResponse<?> once(HttpRequest<?> request, Caller caller, Supplier<? extends HttpResponse<?>> effect) {
        @Nullable String key = request.getHeaders().get(KEY);
        if (key == null) {
            return effect.get();
        }
        if (!VISIBLE_ASCII.matcher(key).matches()) {
            throw new Invalid(KEY, "malformed", "must be 1 to 255 visible ASCII characters");
        }
        var first = new AtomicReference<StoredAnswer>();
        var answer = requests.answer(new IdempotencyKey(caller.user(), key, Fingerprints.of(request)), () -> {
            var given = stored(effect.get());
            first.set(given);
            return given;
        });
        return response(answer, answer != first.get());
    }

    private StoredAnswer stored(HttpResponse<?> response) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : KEPT) {
            @Nullable String value = response.getHeaders().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer(response.code(), body(response), headers);
    }

    private String body(HttpResponse<?> response) {
        @Nullable Object body = response.body();
        try {
            return body == null ? "" : new String(json.writeValueAsBytes(body), StandardCharsets.UTF_8);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static MutableHttpResponse<?> response(StoredAnswer answer, boolean replayed) {
        MutableHttpResponse<String> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        if (!answer.body().isEmpty()) {
            response.body(answer.body()).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        answer.headers().forEach(response::header);
        return replayed ? response.header(REPLAYED, "true") : response;
    }
}
