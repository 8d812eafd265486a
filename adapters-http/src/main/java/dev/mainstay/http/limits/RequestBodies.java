package dev.mainstay.http.limits;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;

/** What is remembered of a request's body once it has arrived. */
public final class RequestBodies {

    private static final String HASH = "mainstay.body-hash";

    private RequestBodies() {}

    /** SHA-256 of the body as it came, in hexadecimal; empty if there was no body. */
    public static String hash(HttpRequest<?> request) {
        return request.getAttribute(HASH).map(String.class::cast).orElse("");
    }

    static void remember(HttpRequest<?> request, byte[] hash) {
        request.setAttribute(HASH, HexFormat.of().formatHex(hash));
    }
}
