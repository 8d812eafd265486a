package dev.mainstay.http.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (HMAC-SHA-256), each purpose under a key of its own that is derived from one secret all instances share. */
@Singleton
public final class KeyedHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    public KeyedHashes(@Property(name = "mainstay.http.secret") String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    public KeyedHash of(String purpose) {
        var derived = new SecretKeySpec(hash(secret, ("mainstay http " + purpose).getBytes(UTF_8)), ALGORITHM);
        return content -> hash(derived, content);
    }

    private static byte[] hash(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The hash for one purpose. */
    @FunctionalInterface
    public interface KeyedHash {
        byte[] of(byte[] content);
    }
}
