package dev.mainstay.http.idempotency;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a request asks for, as a hash of its method, its path with the query, and its body as it came. */
final class Fingerprints {

    private static final String BODY_HASH = "mainstay.body-hash";

    private Fingerprints() {}

    static String of(HttpRequest<?> request) {
        var digest = sha256();
        digest.update(request.getMethodName().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ' ');
        digest.update(request.getUri().toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(request.getAttribute(BODY_HASH, String.class).orElse("").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
