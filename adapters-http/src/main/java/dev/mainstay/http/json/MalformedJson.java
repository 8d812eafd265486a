package dev.mainstay.http.json;

/** The body is not JSON (400). */
public final class MalformedJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedJson(String message) {
        super(message, null, false, false);
    }
}
