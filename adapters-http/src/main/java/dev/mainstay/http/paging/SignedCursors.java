package dev.mainstay.http.paging;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.signing.KeyedHashes;
import dev.mainstay.http.signing.KeyedHashes.KeyedHash;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Cursors as opaque text: base64url of a truncated HMAC and the JSON array of order and values. All instances share the secret, so
 * that any of them takes a cursor of any other.
 */
@Singleton
final class SignedCursors {

    private static final int MAC_LENGTH = 16;
    private static final int LONGEST = 2_000;
    private static final Argument<List<String>> VALUES = Argument.listOf(String.class);

    private final KeyedHash hash;
    private final JsonMapper json;

    SignedCursors(KeyedHashes hashes, JsonMapper json) {
        this.hash = hashes.of("cursor");
        this.json = json;
    }

    String seal(Cursor cursor) {
        byte[] content = content(cursor);
        byte[] sealed = Arrays.copyOf(mac(content), MAC_LENGTH + content.length);
        System.arraycopy(content, 0, sealed, MAC_LENGTH, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** @throws Invalid if the text was not made by {@link #seal} under the same secret */
    Cursor open(String text) {
        if (text.length() > LONGEST) {
            throw notOurs();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw notOurs();
        }
        if (sealed.length <= MAC_LENGTH) {
            throw notOurs();
        }
        byte[] content = Arrays.copyOfRange(sealed, MAC_LENGTH, sealed.length);
        if (!MessageDigest.isEqual(mac(content), Arrays.copyOf(sealed, MAC_LENGTH))) {
            throw notOurs();
        }
        return cursor(content);
    }

    private byte[] content(Cursor cursor) {
        var all = new ArrayList<String>();
        all.add(cursor.order());
        all.addAll(cursor.values());
        try {
            return json.writeValueAsBytes(VALUES, all);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Cursor cursor(byte[] content) {
        try {
            List<String> all = json.readValue(content, VALUES);
            return new Cursor(all.getFirst(), all.subList(1, all.size()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] mac(byte[] content) {
        return Arrays.copyOf(hash.of(content), MAC_LENGTH);
    }

    private static Invalid notOurs() {
        return new Invalid("cursor", "invalid_cursor", "was not given out by this list; start without a cursor");
    }
}
