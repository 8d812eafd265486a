package dev.mainstay.bootstrap.configuration;

import java.nio.charset.StandardCharsets;

/** A secret long enough to sign with; it never shows itself in a log. */
public final class Secret {

    static final int LEAST_BYTES = 32;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret of(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < LEAST_BYTES || text.chars().distinct().count() < 8) {
            throw new Misconfigured(
                    "JWT_SECRET is too weak: it has %d bytes and must be at least %d random ones, such as the output of 'openssl rand -base64 48'."
                            .formatted(bytes, LEAST_BYTES));
        }
        return new Secret(text);
    }

    /** A secret that was generated here. */
    public static Secret generated(String text) {
        return of(text);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
