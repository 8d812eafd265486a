package dev.mainstay.http.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mainstay.http.limits.RequestBodies;
import io.micronaut.http.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a request asks for, as a hash of its method, its path with the query, and its body as it came. */
final class Fingerprints {

    private Fingerprints() {}

    static String of(HttpRequest<?> request) {
        String asked = request.getMethodName() + ' ' + request.getUri() + '\n' + RequestBodies.hash(request);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
