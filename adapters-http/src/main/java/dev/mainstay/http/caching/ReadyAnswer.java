package dev.mainstay.http.caching;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.domain.identity.UserId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * An operation's answer as it lies beside its view: the entity tag, if it has one, a line feed, and the body.
 *
 * @param name as in {@link AnsweredReady}
 * @param glance looks whether it lies there for this user, without keeping the thread waiting
 */
public record ReadyAnswer(String name, Function<UserId, CompletionStage<Optional<byte[]>>> glance) {

    private static final byte END_OF_TAG = '\n';

    /** Of a view of users. */
    public static <V> ReadyAnswer of(String name, Function<UserId, CompletionStage<Optional<Glimpse<V>>>> view) {
        return new ReadyAnswer(name, user -> view.apply(user).thenApply(found -> found.flatMap(Glimpse::rendered)));
    }

    /** The bytes to be kept; an answer without an entity tag has an empty one. */
    static byte[] bytes(String etag, byte[] body) {
        byte[] tag = etag.getBytes(US_ASCII);
        byte[] bytes = Arrays.copyOf(tag, tag.length + 1 + body.length);
        bytes[tag.length] = END_OF_TAG;
        System.arraycopy(body, 0, bytes, tag.length + 1, body.length);
        return bytes;
    }

    /** What was kept, as the answer it is: a hit. */
    public static MutableHttpResponse<byte[]> response(byte[] bytes) {
        int end = 0;
        while (bytes[end] != END_OF_TAG) {
            end++;
        }
        var answer = HttpResponse.ok(Arrays.copyOfRange(bytes, end + 1, bytes.length))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(CacheStatus.HEADER, CacheStatus.HIT);
        return end == 0 ? answer : answer.header(HttpHeaders.ETAG, new String(bytes, 0, end, US_ASCII));
    }
}
