package dev.mainstay.application.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The server's secret, and what is derived from it: one key per purpose, so that no two uses can be played against each other. */
public final class ServerKey {

    private static final String HMAC = "HmacSHA256";

    private final byte[] secret;

    /**
     * Takes a copy.
     *
     * @param secret at least 32 bytes
     */
    public ServerKey(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException(
                    "the server's secret must have at least 32 bytes, it has " + secret.length);
        }
        this.secret = secret.clone();
    }

    /** A key for one purpose alone: 32 bytes. */
    public byte[] derive(String purpose) {
        return mac(secret, "mainstay " + purpose);
    }

    /** A keyed hash for one purpose: 32 bytes that tell nobody without the secret what was hashed, however little it was. */
    byte[] hash(String purpose, String value) {
        return mac(derive(purpose), value);
    }

    private static byte[] mac(byte[] key, String value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }
}
