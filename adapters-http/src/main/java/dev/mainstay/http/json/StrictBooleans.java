package dev.mainstay.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads {@code true} and {@code false}, and no text or number in their place. */
@Singleton
final class StrictBooleans implements Deserializer<Boolean> {

    @Override
    public Boolean deserialize(Decoder decoder, DecoderContext context, Argument<? super Boolean> type)
            throws IOException {
        var node = decoder.decodeNode();
        if (!node.isBoolean()) {
            throw new UnfitValue("wrong_type", "must be true or false");
        }
        return node.getBooleanValue();
    }
}
