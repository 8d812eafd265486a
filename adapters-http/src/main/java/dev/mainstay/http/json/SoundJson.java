package dev.mainstay.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Checks that a body is one JSON text (RFC 8259) in which no object names a member twice, before anything is made of it. */
public final class SoundJson {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SoundJson() {}

    /**
     * Reads the body to its end. An empty one is sound.
     *
     * @throws MalformedJson if it is not sound
     */
    public static void check(byte[] body) {
        try (var parser = STRICT.createParser(body)) {
            if (parser.nextToken() == null) {
                return;
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new MalformedJson("There is something after the end of the JSON.");
            }
        } catch (JsonProcessingException malformed) {
            throw new MalformedJson(malformed.getOriginalMessage() + place(malformed.getLocation()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
