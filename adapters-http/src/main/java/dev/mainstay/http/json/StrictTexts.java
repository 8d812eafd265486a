package dev.mainstay.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads a text from a JSON string and from nothing else, where Micronaut would also turn {@code 5} into "5". */
@Singleton
final class StrictTexts implements Deserializer<String> {

    @Override
    public String deserialize(Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        var node = decoder.decodeNode();
        if (!node.isString()) {
            throw new UnfitValue("wrong_type", "must be a text");
        }
        String text = node.getStringValue();
        if (!CleanText.isClean(text)) {
            throw new UnfitValue("unfit_characters", "must not hold control characters or broken surrogate pairs");
        }
        return text;
    }
}
