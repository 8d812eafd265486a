package dev.mainstay.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks that a body is one JSON text (RFC 8259) in which no object names a member twice, before anything is made of it. */
public final class SoundJson {

    private static final JsonFactory STRICT = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern PARSER_ADVICE = Pattern.compile(
            ": enable `.*| \\(not recognized as one since .*|: maybe a \\(non-standard\\) comment\\?| \\(`StreamReadConstraints.*");

    private SoundJson() {}

    /**
     * Reads the body to its end. An empty one is sound.
     *
     * @throws MalformedJson if it is not sound
     */
    public static void check(byte[] body) {
        try (var parser = STRICT.createParser(decoded(body))) {
            if (parser.nextToken() == null) {
                return;
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new MalformedJson("There is something after the end of the JSON.");
            }
        } catch (JsonProcessingException malformed) {
            throw new MalformedJson(reason(malformed) + place(malformed.getLocation()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The parser itself takes overlong forms for what they stand for, and guesses at UTF-16. */
    private static String decoded(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new MalformedJson("JSON must be encoded in UTF-8.");
        }
    }

    /** What the parser says, without its advice to those who configure it. */
    private static String reason(JsonProcessingException malformed) {
        return PARSER_ADVICE.matcher(malformed.getOriginalMessage()).replaceAll("");
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }
}
