package dev.mainstay.http.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads a whole number from a JSON number without a fraction. */
@Singleton
final class StrictLongs implements Deserializer<Long> {

    @Override
    public Long deserialize(Decoder decoder, DecoderContext context, Argument<? super Long> type) throws IOException {
        return WholeNumber.in(decoder.decodeNode());
    }
}
